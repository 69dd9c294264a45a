package io.eqlair.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that takes fields of events as parameters besides its own: whatever has a point in its name. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldParameters {

    /** How they are told beside the call's own parameters. */
    String ALSO = ", and fields of events such as `process.name` or, for one without a point, `field.message`";
}
