/**
 * Who may call the service: keys, their roles, and how much each may send. Plain Java; the filters before the calls are in
 * {@code api.access}.
 *
 * <p>Keys are in one file of the data directory, which the service and the command line both write, under a lock, and which the
 * service looks at again at most once a second:
 *
 * <pre>
 * keys.json   {"keys": [{"id": "3f9c…", "name": "shipper", "roles": ["ingest"], "hash": "b94d…", "created_at": "2026-11-22T10:00:00Z",
 *                        "created_by": "root (command line)", "rate_limit": 5000}]}
 * </pre>
 *
 * <p>A call presents an id and a secret. One look-up by the id and one SHA-256 of the secret say who it is:
 *
 * <pre>
 * Authorization ---Presented.of--> Key(id, secret) ---ApiKeys.check--> Checked.Accepted(Caller) or Checked.Refused(problem)
 *                                  Token(text)     ---for the resource server
 * </pre>
 *
 * <p>The file once had a key, and the service is never open again while it runs, whatever becomes of the file.
 */
@NullMarked
package io.eqlair.access;

import org.jspecify.annotations.NullMarked;
