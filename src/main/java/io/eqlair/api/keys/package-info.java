/**
 * Keys over HTTP: made, listed, revoked. The secret of a key is in the answer to the call that made it, and in no other.
 *
 * <pre>
 * POST /api/v1/keys {"name": "shipper", "roles": ["ingest"]} --KeyReader--> KeyTerms --ApiKeys--> CreatedKey --> MadeKey
 * </pre>
 */
@NullMarked
package io.eqlair.api.keys;

import org.jspecify.annotations.NullMarked;
