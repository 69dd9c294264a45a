/**
 * What a request carries, as a bounded stream of unpacked bytes.
 *
 * <pre>
 * network --packed--> GzipStream --unpacked--> BoundedStream --> whoever reads
 * </pre>
 *
 * <p>What is wrong with a body as a whole is a {@link io.eqlair.ingest.body.BodyRejected}: it says which kind of problem it is, and where.
 */
@NullMarked
package io.eqlair.ingest.body;

import org.jspecify.annotations.NullMarked;
