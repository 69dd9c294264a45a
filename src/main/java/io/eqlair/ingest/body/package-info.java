/**
 * What a request carries, as a bounded stream of unpacked bytes.
 *
 * <pre>
 * network --> PackedStream --> UnpackedStream, as Encoding says --> BoundedStream --> whoever reads
 *             counts what came  told apart by the header             counts what became of it
 * </pre>
 *
 * <p>Where two encodings were applied, a second pair stands before the bounds. A bound is set to three things: to the unpacked bytes,
 * to the packed ones, and to how many times more the first are. Nothing is held but what unpacking refers back to: 32 KB for deflate,
 * 8 MB for zstd, 64 KB for snappy.
 *
 * <pre>
 * Content-Encoding: gzip       1F 8B 08 … members that follow each other are one body
 * Content-Encoding: deflate    78 9C …    zlib's wrapping; anything else is deflated without one
 * Content-Encoding: zstd       28 B5 2F FD … frames that follow each other are one body
 * Content-Encoding: snappy     FF 06 00 00 sNaPpY … with frames; anything else is one block
 * </pre>
 *
 * <p>What is wrong with a body as a whole is a {@link io.eqlair.ingest.body.BodyRejected}: it says which kind of problem it is, and where.
 */
@NullMarked
package io.eqlair.ingest.body;

import org.jspecify.annotations.NullMarked;
