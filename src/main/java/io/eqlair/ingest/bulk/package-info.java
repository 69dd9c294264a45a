/**
 * The bulk protocol of Elasticsearch, as far as a body goes: actions and the documents that follow them.
 *
 * <pre>
 * {"create":{"_index":"logs"}}                        BulkAction(CREATE, logs, no id)
 * {"event":{"category":"process"}}                      its document
 *                                                     blank lines are nothing: rsyslog sends one behind each document
 * {"update":{"_index":"logs","_id":"7"}}              BulkAction(UPDATE, logs, 7)
 * {"doc":{"event":{…}}}                                 its document is what stands in doc, else in upsert
 * {"delete":{"_id":"7"}}                              BulkAction(DELETE, 7), without a document
 * x"}}                                                a stray line: skipped, and counted
 * {"create":{"_index":                                a broken action: one item that failed, with the line behind it unless that is
 * {"event":{…}}                                         an action itself
 * </pre>
 *
 * <p>The sender counts its actions, and so must the answer: as many items as actions, in their order. So where a line that should be an
 * action is none, what comes next decides. If that is an action, the line belonged to the document before it, into which somebody has
 * put a line break. If not, it was the action of that document.
 *
 * <p>{@code BulkReader} holds one line at a time. It reads of an action what matters here, and ignores all else: old shippers send
 * {@code _type}, others nulls.
 */
@NullMarked
package io.eqlair.ingest.bulk;

import org.jspecify.annotations.NullMarked;
