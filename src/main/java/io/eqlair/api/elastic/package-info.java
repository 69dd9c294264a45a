/**
 * The surface of Elasticsearch that log shippers look for, so that they can send here by changing one address.
 *
 * <pre>
 * GET /, /_license, /_cluster/health …     ClusterController   who we say we are
 * HEAD, GET, PUT /_index_template/x …      SetupController     what shippers set up first: it is all there already
 * POST /_bulk, /{index}/_doc …             BulkController      events: the only calls that do something
 * </pre>
 *
 * <p>All paths are there below {@code /es} and {@code /t/{tenant}} as well, and with a slash behind them. Answers are written by hand,
 * whatever the caller accepts: shippers look for their bytes, such as the literal {@code "errors":true}, so that the order of keys and
 * the absence of spaces are part of the protocol. {@code BulkAnswer} has them; {@code AnswerFilter} leaves out what a caller does not
 * want to read.
 *
 * <p>What is refused as a whole is refused in the way that loses nothing with most shippers, which {@code ElasticAdvice} knows: 429 as plain
 * text while events cannot be taken, since old shippers look into whatever is JSON and give up when they do not find what they expect.
 */
@NullMarked
package io.eqlair.api.elastic;

import org.jspecify.annotations.NullMarked;
