package io.eqlair.access;

/** Says whose a JSON Web Token is; there is one where an issuer is set. */
public interface TokenCheck {

    Checked check(String token);
}
