package io.eqlair.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of problem that people read about: its stable code is the name in lower case. Message and way out are {@link
 * String#format} templates that take the same arguments; {@code %2$s} picks one by its number.
 */
public enum Problem {

    // LANGUAGE: the text of a query; the first argument is what was expected or found

    EQL_TOO_LONG(
            "The query has %s characters: it may have at most %s.",
            "Split it into several rules, or move long lists of values into a rule of their own."),
    EQL_TOO_DEEP(
            "The query is nested more than %s deep here.",
            "`a or (b or (c or d))` says the same as `a or b or c or d`, which is not nested at all."),
    EQL_LIST_TOO_LONG("This list has more than %s members.", "Split it into several lists joined with `or`."),
    EQL_CHAIN_TOO_LONG(
            "More than %s conditions are joined here.",
            "Values of one field go into a list: process.name in (\"nc\", \"ncat\"). Else group them with parentheses."),
    EQL_TOO_MANY_ITEMS(
            "A sequence or sample may have at most %s items.",
            "Items that are alike are written once: [process where true] with runs=3"),
    EQL_TOO_MANY_STAGES("This has more than %s items once `runs` is written out.", "Lower the numbers of `runs`."),
    EQL_CHARACTER(
            "`%s` has no meaning in EQL.", "Text stands in double quotes, a field with an odd name in backticks."),
    EQL_SEMICOLON("`;` has no meaning in EQL.", "Leave it out: a query ends where its text ends."),
    EQL_INVISIBLE(
            "There is a character here that cannot be seen, %s.",
            "Delete it, or type a space for it; such characters come along when text is copied from a page."),
    EQL_COMMENT_OPEN("This comment is never closed.", "Close it with `*/`; comments nest, so each `/*` needs its own."),
    EQL_STRING_OPEN(
            "This string is not closed on its line.", "Close it with `%s`; a string cannot go on in the next line."),
    EQL_STRING_ESCAPED_END(
            "This string is not closed on its line: `\\\"` stands for a quote in it, and does not close it.",
            "If it ends with a backslash, write: %s"),
    EQL_ESCAPE(
            "`%s` is not an escape sequence.",
            "For a backslash write `\\\\`, or put the string in triple quotes, which know no escapes: %2$s"),
    EQL_CODE_POINT(
            "This is not a character's number: expected 2 to 8 hexadecimal digits, up to 10FFFF, no surrogate.",
            "Write, for example: \\u{2022}"),
    EQL_OTHER_QUOTES("Strings stand in double quotes.", "Write: %s"),
    EQL_BACKSLASH(
            "A backslash stands only in strings.",
            "If this was to be in one, look at the quotes before it: in \"C:\\\" the string is still open, because `\\\"` stands for a quote; write \"\"\"C:\\\"\"\"."),
    EQL_NAME_OPEN("This quoted name is never closed.", "Close it with a backtick: `event-name`"),
    EQL_NAME_EMPTY("There is no name between these backticks.", "Write the field's name: `event-name`"),
    EQL_NUMBER_RANGE("This number is too large: expected at most 1.7e308.", null),
    EQL_EXCLAMATION(
            "`!` stands only in `!=` and directly before a bracket, as `![`.",
            "To negate a condition write `not`; for a missing event write `![` without a space."),
    EQL_TILDE(
            "`~` stands only directly behind `in`, `like`, `regex` or the name of a function.",
            "Write, for example: process.name like~ \"nc*\""),
    EQL_OTHER_OPERATOR("`%s` has no meaning in EQL.", "Write `%2$s`."),
    EQL_UNEXPECTED("Expected %s, found %s.", null),
    EQL_STILL_OPEN("Expected `%s`, found %s.", "This is still open: %3$s"),
    EQL_WORD_CASE("`%s` is not a word of EQL: its words are lower case.", "Write `%2$s`."),
    EQL_WORD_AS_NAME(
            "`%s` is a word of EQL and cannot stand here.", "If there is such a field, put it in backticks: `%s`"),
    EQL_CATEGORY_MISSING(
            "Expected %s, found %s.", "A query is a category and a condition: process where process.name == \"nc\""),
    EQL_WHERE_MISSING(
            "Expected %s, found %s.", "A query is a category and a condition: process where process.name == \"nc\""),
    EQL_SINGLE_EQUALS(
            "`=` does not compare in EQL.",
            "Use `==` to compare exactly, or `:` to ignore case and allow wildcards: %s == %s"),
    EQL_CHAINED("`%s` cannot follow another comparison.", "Compare twice: %2$s %3$s %4$s and %4$s %1$s %5$s"),
    EQL_NOT_PLACE(
            "There is no `not %s`: only `in` can have a `not` before it.",
            "Put it before the whole condition: not %2$s %1$s %3$s"),
    EQL_LIST_MISSING("Expected %s, found %s.", "A list stands in parentheses: process.name in (\"nc\", \"ncat\")"),
    EQL_PATTERN_CONSTANT(
            "Expected %s, found %s.",
            "`:`, `like` and `regex` take a string, or a list of strings in parentheses: process.name : (\"nc\", \"ncat*\")"),
    EQL_ARRAY_INDEX(
            "A field's values cannot be picked by their number.",
            "A condition on a field with several values holds when one of them fits: write `%s` without brackets."),
    EQL_LINEAGE(
            "`%s of` is not part of this language: it belongs to an older dialect.",
            "Say it as a sequence: sequence by process.entity_id with maxspan=1m [process where true] [file where true]"),
    EQL_JOIN(
            "`join` is not supported.",
            "Write `sequence by …` where the order matters, `sample by …` where it does not."),
    EQL_MAXSPAN_BEFORE_BY("`with maxspan` stands before `by`.", "Put the keys first: sequence %s %s"),
    EQL_MAXSPAN_PLACE(
            "`maxspan` belongs to the whole sequence, not to one item.",
            "Put it before the first item: sequence by host.id with maxspan=5m [process where true] [file where true]"),
    EQL_MAXSPAN_AMOUNT(
            "Expected a whole number from 1, and at most a hundred years, found %s.",
            "Write, for example: with maxspan=5m"),
    EQL_MAXSPAN_UNIT(
            "Expected a unit of time: `ms`, `s`, `m`, `h` or `d`, found %s.", "Write, for example: with maxspan=%2$sm"),
    EQL_SEQUENCE_OPTION("Expected %s, found %s.", "A sequence has one option: with maxspan=5m"),
    EQL_ITEM_OPTION("Expected %s, found %s.", "An item has one option: [process where true] with runs=3"),
    EQL_SAMPLE_OPTION(
            "A sample has neither `maxspan` nor `until`: it looks for events in any order, whenever they happened.",
            "Leave this out, or write a sequence."),
    EQL_RUNS_RANGE("Expected a whole number from 1 to %2$s, found %1$s.", "Write, for example: with runs=3"),
    EQL_UNTIL_PLAIN(
            "`until` takes a plain item.",
            "Leave out `!` and `with runs`: until [process where event.type == \"end\"]"),

    // REGULAR EXPRESSIONS: the patterns of `regex`

    REGEX_TOO_LONG(
            "The regular expression has %s characters: it may have at most %s.",
            "Give `regex` a list of shorter ones: name regex (\"…\", \"…\")"),
    REGEX_TOO_DEEP("The regular expression nests more than %s parentheses.", "Leave out those that group nothing."),
    REGEX_TOO_LARGE(
            "The regular expression grows too large: written out, it needs more than %s states.",
            "Lower the numbers in `{…}`, or write `*` or `+` for them."),
    REGEX_RANGES_TOO_WIDE(
            "The ranges in `[…]` hold %s characters: with the case ignored they may hold %s.",
            "Write `regex` for `regex~`, or narrower ranges."),
    REGEX_FOLD(
            "With the case ignored the characters from U+1C80 to U+1C88 cannot be looked for, nor a range that holds them.",
            "Leave them out: `[\\x{400}-\\x{1C7F}\\x{1C89}-\\x{2000}]`; or write `regex` for `regex~`."),
    REGEX_GROUP_OPTION(
            "`(?` has no meaning in this dialect: there are no flags, named groups or lookaround.",
            "Write `(…)` to group and `regex~` to ignore case; for a question mark write `\\?`, or `\\\\?` in a string in double quotes."),
    REGEX_UNCLOSED(
            "`%s` is missing.",
            "Close what was opened, or put a backslash before the opening character if it stands for itself."),
    REGEX_STRAY_PARENTHESIS(
            "This `)` closes nothing.", "For a parenthesis write `\\)`, or `\\\\)` in a string in double quotes."),
    REGEX_ENDS_EARLY(
            "The regular expression ends where it should go on.",
            "For a character that means itself put a backslash before it, or two in a string in double quotes."),
    REGEX_ESCAPE_UNKNOWN(
            "`\\%s` has no meaning in a regular expression: with letters there are `\\d \\D \\s \\S \\w \\W`.",
            "For a backslash write two, or four in a string in double quotes: name regex \"C:\\\\\\\\%1$s.*\""),
    REGEX_REPETITION(
            "`{` is not followed by how often to repeat.",
            "Write `{3}`, `{3,}` or `{1,3}`; for a brace write `\\{`, or `\\\\{` in a string in double quotes."),
    REGEX_INTERVAL(
            "`<` is not followed by an interval of numbers.",
            "Write, for example, `<1-99>`; for the character write `\\<`, or `\\\\<` in a string in double quotes."),
    REGEX_BACKTRACKING(
            "`%s` is not supported: lookaround and back-references would let one event hold up all others.",
            "Say it as two conditions: name regex \"…\" and not name regex \"…\""),
    REGEX_SYNTAX("This is not a regular expression: %s.", null),
    // MEANING: what analysis finds in a query that reads well

    EQL_NOT_BOOLEAN("`%s` is %s: expected a condition.", "Compare it with something: %3$s"),
    EQL_NOT_A_NUMBER("`%s` is %s: expected a number.", "To read a number from a string write `number(…)`."),
    EQL_NOT_A_STRING("`%s` is %s: expected a string.", "To make a string of it write `string(%s)`."),
    EQL_TYPES_DIFFER(
            "This compares %s with %s.",
            "Values of unlike types are never equal; convert one with `string(…)` or `number(…)`."),
    EQL_HYPHEN("`%s` is a difference in EQL.", "If it is the name of a field, put it in backticks: `%s`"),
    EQL_NO_ORDER("`%s` puts values in order, and booleans have none.", "Use `==` or `!=`."),
    EQL_FIELD_TO_FIELD(
            "This compares a field with a field.",
            "One side must be a constant; the values of two fields cannot be compared in EQL."),
    EQL_CONSTANT_FAILS("This cannot be computed: %s.", null),
    EQL_NOT_A_TIME("%s is not a time, and `%s` is the event's time.", "Write, for example: \"2026-11-22T10:00:00Z\""),
    EQL_MEMBER_CONSTANT(
            "`%s` is not a constant.", "The members of a list are constants; for a field write `or` and a comparison."),
    EQL_MEMBER_TYPE("`%s` is %s: expected %s, %s.", "Use a list for each type, joined with `or`."),
    EQL_PATTERN_TYPE("`%s` is not a string.", "Patterns are strings; for other values write: %2$s == %1$s"),
    EQL_FUNCTION_UNKNOWN("There is no function `%s`.", "The functions are %2$s."),
    EQL_FUNCTION_MISSPELT("There is no function `%s`.", "Did you mean `%2$s`?"),
    EQL_FUNCTION_REPLACED("There is no function `%s`: it belongs to an older dialect.", "Write: %2$s"),
    EQL_FUNCTION_TILDE(
            "`%s` has no form that ignores case.",
            "Leave out the `~`; between, endsWith, indexOf, startsWith and stringContains have one."),
    EQL_ARGUMENT_COUNT("`%s` was given %s: it takes %s.", "It is called as %4$s"),
    EQL_ARGUMENT_TYPE("`%s` is %s: expected %s.", "It is called as %4$s"),
    EQL_ARGUMENT_CONSTANT("`%s` is not a constant: `%s` must be one.", "It is called as %3$s"),
    EQL_CIDR(
            "%s is neither an address nor a block of addresses.",
            "Write an address, or one with the length of its prefix: \"10.0.0.0/8\" or \"fe80::/10\""),
    EQL_SEQUENCE_TOO_SHORT(
            "A sequence needs at least two items, and this has %s.",
            "Each item is a condition in brackets: sequence by host.id [process where true] [network where true]"),
    EQL_ONLY_MISSING(
            "This sequence has only missing events.", "At least one item must be there: write it without `!`."),
    EQL_MISSING_WITHOUT_MAXSPAN(
            "How long the event must be missing is not said.",
            "Put a span before the first item: sequence by host.id with maxspan=5m [process where true] ![file where true]"),
    EQL_KEY_NOT_A_FIELD(
            "`%s` is not a field: events are joined by the values of fields.", "Write, for example: by host.id"),
    EQL_KEY_COUNT(
            "This item has %s, the first item has %s.",
            "Every item needs as many keys as the others: [process where true] by user.id [file where true] by file.owner"),
    EQL_SAMPLE_TOO_SHORT(
            "A sample needs at least two items, and this has %s.",
            "Each item is a condition in brackets: sample by host.id [process where true] [network where true]"),
    EQL_SAMPLE_WITHOUT_KEYS(
            "A sample needs keys.", "Write, for example: sample by host.id [process where true] [network where true]"),
    EQL_SAMPLE_PLAIN(
            "An item of a sample cannot be missing or repeated.",
            "Leave out `!` and `with runs`, or write a sequence."),
    EQL_PIPE_UNKNOWN("There is no pipe `%s` in this language.", "The pipes are `head` and `tail`: | head 10"),
    EQL_PIPE_COUNT("`%s` takes one whole number from 0.", "Write: | %s 10"),

    // EVENTS: documents that come in

    EVENT_NOT_JSON("This is not JSON at byte %s: %s.", "Each event is one complete JSON object."),
    EVENT_NOT_AN_OBJECT(
            "An event is a JSON object, and this is %s.", "Send {\"@timestamp\": …} or an array of such objects."),
    EVENT_TOO_LARGE(
            "The event has %s bytes: it may have at most %s.",
            "Send less of it, or raise `eqlair.limits.event-bytes`."),
    EVENT_TOO_MANY_FIELDS(
            "The event has more than %s fields, the elements of arrays counted.",
            "Send less of it, or raise `eqlair.limits.fields`."),
    EVENT_TOO_DEEP(
            "The event is nested more than %s deep.",
            "Flatten it with dotted keys: {\"a.b.c\": 1} is {\"a\": {\"b\": {\"c\": 1}}}."),

    // BODIES: what a request carries

    BODY_EMPTY("The body is empty.", "Send one event as a JSON object, an array of them, or one to a line (NDJSON)."),
    BODY_ARRAY_OPEN(
            "The body ends before its array is closed.", "Close it with `]`; the events before this were evaluated."),
    BODY_UTF_16("The body is in UTF-16 or UTF-32.", "Send it in UTF-8."),
    BODY_NOT_JSON(
            "The body is not JSON (line %s, byte %s): %s.",
            "Send one event as a JSON object, an array of them, or one to a line (NDJSON)."),
    BODY_TOO_LARGE(
            "The body has more than %s bytes, the limit for one request.",
            "Send several smaller requests, or raise `eqlair.limits.body-bytes`."),
    BODY_TOO_MANY_EVENTS(
            "The body has more than %s events, the limit for one request; the events up to there were evaluated.",
            "Send several smaller requests, or raise `eqlair.limits.events-per-request`."),
    BODY_ENCODING(
            "The content encoding `%s` is not understood here: expected none, or at most %3$s of `%2$s`.",
            "Send the body as it is, or pack it with gzip and say so: Content-Encoding: gzip"),
    BODY_GROWS(
            "The body becomes more than %s times as large when it is unpacked, the limit for one request.",
            "Send it unpacked or in several smaller requests, or raise `eqlair.limits.ratio`."),
    BODY_PACKED_BADLY(
            "The header says `Content-Encoding: %1$s`, and the body cannot be unpacked: %2$s.",
            "Send all that %1$s made and nothing else, or leave out the header if the body is not packed."),
    REQUEST_UNREADABLE(
            "The request cannot be read: its first line or a header is malformed, or they have more than %s bytes together.",
            "Encode what has no place in an address, send less, or raise `server.max-http-request-header-size`."),
    OVERLOADED(
            "The service is busy: requests with %s bytes are under way, and it takes %s at a time.",
            "Send the same request again in a few seconds; nothing of it was acknowledged."),
    BULK_NO_ACTION(
            "Line %s is no action of the bulk protocol: %s.",
            "Each event follows a line such as {\"create\":{}}; events without such lines go to POST /api/v1/events."),
    BULK_NO_DOCUMENT("The body ends behind the action in line %s.", "Send the event of that action on the next line."),
    BULK_NO_EVENT(
            "The update in line %s has neither `doc` nor `upsert`, so there is no event.",
            "Send the whole event as `doc`, or with `create`."),
    BODY_BROKEN_OFF(
            "The body broke off before its end.", "Send it again; what was evaluated before makes no second alert."),
    BODY_MALFORMED(
            "The body cannot be read as its headers announce it.",
            "Send it with its length (Content-Length), or in chunks as HTTP has them (Transfer-Encoding: chunked)."),
    BODY_TIME(
            "The body has not come within %s of waiting, the limit for one request.",
            "Send several smaller requests, or raise `eqlair.limits.body-time`."),
    BODY_TOO_SLOW(
            "Nothing more of the body came for too long.",
            "Send it again; what was evaluated before makes no second alert."),
    OTLP_MEDIA_TYPE(
            "The media type `%s` is not understood here: expected `application/x-protobuf` or `application/json`.",
            "Say what the body is: Content-Type: application/x-protobuf"),
    OTLP_NOT_PROTOBUF(
            "The body is not a request to export logs in protobuf: %s.",
            "Send an ExportLogsServiceRequest, or one in JSON and say so: Content-Type: application/json"),
    OTLP_NOT_JSON(
            "The body is not a request to export logs in JSON (byte %s): %s.",
            "Send {\"resourceLogs\": [{\"scopeLogs\": [{\"logRecords\": […]}]}]}, or protobuf and say so: Content-Type: application/x-protobuf"),
    OTLP_TOO_MANY_RECORDS(
            "The body has more than %s log records, the limit for one request; none was evaluated.",
            "Send smaller batches, or raise `eqlair.limits.events-per-request`."),
    OTLP_DOCUMENTS_TOO_LARGE(
            "The events made of the log records have more than %s bytes, the limit for one request, as each repeats its resource;"
                    + " the events up to there were evaluated.",
            "Send smaller batches, or raise `eqlair.limits.body-bytes`."),
    OTLP_RECORD_UNREADABLE(
            "The log record cannot be read: %s.",
            "Each is a LogRecord of the protocol; the others of the request were evaluated."),
    EVENT_INTERNAL_ERROR(
            "Evaluating this event failed, which is a fault of Eqlair's; the other events were not affected.",
            "The log has the details: please report them."),

    // CALLS: what else can be wrong with a request

    INTERNAL_ERROR("This call failed, which is a fault of Eqlair's.", "The log has the details: please report them."),
    RULES_LOADING("The rules are still being loaded.", "Send the same request again in a moment."),
    RULES_UNREADABLE(
            "None of the locations of rules can be read, so no event can be evaluated.",
            "Check `eqlair.rules.locations` and start again; the log says what is wrong with each."),
    STORE_UNAVAILABLE(
            "Alerts cannot be stored at the moment: %s.",
            "Send the same request again: nothing of it was acknowledged, and what was stored of it already is not stored twice."),
    STORE_VENDOR(
            "Alerts cannot be kept in a database of the kind `%s`.",
            "spring.datasource.url begins with jdbc:sqlite: or jdbc:postgresql:"),
    SETTING_RANGE("`%s` is %s: expected %s.", "Write, for example, `%4$s`, or leave it out."),
    SUMMARIES_BUSY(
            "%s summaries of alerts are being made, and none was done in time.",
            "Ask again in a moment; the more a filter leaves out, the faster a summary is."),
    STORE_UNREADABLE("The store of alerts cannot be read at the moment: %s.", "Send the same request again."),
    RULE_NOT_FOUND("There is no rule `%s`.", "GET /api/v1/rules lists all rules with their ids."),
    MEMBER_UNKNOWN("`%s` has no meaning in this request.", "Its members are %2$s."),
    MEMBER_TYPE("`%s` is %s: expected %s.", null),
    MEMBER_MISSING("The request has no `%s`.", "Write, for example: %2$s"),
    SEARCH_TOO_MANY_EVENTS(
            "The search has more than %s events, the limit for one request.",
            "Search in fewer events, or raise `eqlair.limits.events-per-request`."),
    SEARCH_EVENT("The event at position %s cannot be searched: %s", null),
    RULE_TEST_TOO_MANY(
            "The test has more than %s rules, the limit for one request.",
            "Test fewer rules at a time, or `eqlair test`."),
    RULE_TEST_DISABLED(
            "The rule is switched off, and ran for this test all the same.",
            "To show live events to it write `enabled = true`, or leave the key out."),
    PATH_UNKNOWN("There is nothing at `%s`.", "/swagger-ui.html shows all calls that there are."),
    PARAMETER_TYPE("`%s` is `%s`: expected a whole number.", null),
    PARAMETER_RANGE("`%s` is %s: expected a whole number from %s to %s.", null),
    PARAMETER_UNKNOWN("%s: this call has no such parameter.", "Its parameters are %2$s."),
    PARAMETER_STATE("`%s` is not a state: expected `active`, `disabled`, `rejected` or `unsupported`.", null),
    PARAMETER_SEVERITY("`%s` is not a severity: expected `low`, `medium`, `high` or `critical`.", null),
    PARAMETER_FLAG("`%s` is `%s`: expected `true` or `false`.", null),
    PARAMETER_SORT(
            "Rules cannot be sorted by `%s`: expected `alerts`, `cost`, `name`, `severity` or `state`.",
            "Without `sort` they come in the order of their files."),
    PARAMETER_WORD("`%s` is `%s`: expected %s.", null),
    PARAMETER_TIME(
            "`%s` is `%s`: expected a time.",
            "Write, for example, 2026-01-15T09:30:00Z, or seconds or milliseconds since 1970; in an address `+` is %%2B."),
    PARAMETER_REPEATED("`%s` is given %s times: expected once.", null),
    PARAMETER_VALUES("`%s` has %s values, and the limit is %s.", "Ask for some of them at a time."),
    PARAMETER_FIELDS("The filter names %s fields of events, and the limit is %s.", "Ask for fewer."),
    PARAMETER_FIELD(
            "`%s` names no field: expected a path of at most %s characters.",
            "Write, for example, process.name=nc, or field.message=x."),
    PARAMETER_CURSOR(
            "`after` is `%s`, which is no place in this list.",
            "Take it from `next` of an answer to the same call, with the same `sort` and `order`."),

    // ACCESS: who may call, and keys

    KEY_MISSING(
            "This call needs a key with the role `%s`.",
            "Send it: Authorization: ApiKey <id:secret in base64>. To have one, whoever runs Eqlair says: java -jar eqlair.jar key create --name NAME --role %1$s"),
    KEY_UNKNOWN(
            "There is no such key, or its secret is another.",
            "Send what was shown when it was made: Authorization: ApiKey <encoded>; `Bearer <encoded>` and `Basic` with id and secret mean the same."),
    KEY_EXPIRED("The key `%s` expired at %s.", "Have another one made: java -jar eqlair.jar key create"),
    KEY_REVOKED("The key `%s` was revoked at %s.", "Have another one made: java -jar eqlair.jar key create"),
    ROLE_MISSING(
            "`%s` lacks the role `%s`, which this call needs: it has %s.",
            "Call with another key, or have one made: java -jar eqlair.jar key create --name NAME --role %2$s"),
    RATE_LIMITED(
            "`%s` has sent more events in a second than it may.",
            "Send the same request again in %2$s s, when it may send again; or have a key made with a higher `rate_limit`."),
    TOKEN_REFUSED("The token is not accepted: %s.", "Get another one from its issuer, or call with a key."),
    TOKEN_UNCHECKED(
            "Tokens cannot be checked at the moment: their issuer does not answer.",
            "Send the same request again in a moment, or call with a key."),
    CROSS_SITE(
            "This call changes something, and a page of another site seems to have a browser make it: %s.",
            "Call from the page that Eqlair serves itself, or from something else than a browser. Behind a proxy: make a key,"
                    + " or have the proxy pass `Host` on."),
    REQUEST_REFUSED(
            "The address of this call is not in order: it has an empty step, a dot or a character that it should not have.",
            "Write each step of the path once, without `;`, `.`, `..`, `//` or control characters."),
    ACCESS_WITHOUT_KEYS(
            "Eqlair would answer on %s to everybody who can reach it, and there is no key in `%s`.",
            "One of these:%n  make a key:              java -jar eqlair.jar key create --name admin --role admin --data-dir %2$s"
                    + "%n  this machine only:       --server.address=127.0.0.1"
                    + "%n  open on purpose:         --eqlair.access.open=true (EQLAIR_ACCESS_OPEN=true)"),
    DATA_TAKEN(
            "Another Eqlair runs with the data directory `%s`; two would overwrite each other's files.",
            "Stop the other one, or give this one a directory of its own: --eqlair.data.dir=DIR (EQLAIR_DATA_DIR)"),
    DATA_UNUSABLE(
            "The data directory `%s` cannot be made, written to or locked: %s.",
            "Let the service write there, or name another directory: --eqlair.data.dir=DIR (EQLAIR_DATA_DIR)"),
    KEYS_UNREADABLE(
            "The keys in `%s` cannot be read, so that nobody could tell who may come in: %s.",
            "Let the service read `keys.json` there, or mend it; without the file there are no keys."),
    KEYS_NOT_KEPT(
            "The change could not be written to the disk, and was not made: %s.",
            "Check that the data directory has room and may be written to, and try again."),
    KEYS_TOO_MANY("There are %s keys, the limit, revoked ones among them.", "Take revoked ones out of `keys.json`."),
    KEY_NOT_FOUND(
            "There is no key with the id `%s`.", "GET /api/v1/keys, or `key list`, shows all keys with their ids."),
    KEY_BODY("The body is not what a key is to be: a JSON object with %s.", "Write, for example: %2$s"),
    KEY_TOO_LONG("The body is longer than %s bytes, the limit for a key.", "A shorter name will do."),
    KEY_EXPIRES(
            "`%s` is no time from now: expected a whole number and `d`, `h` or `m`.",
            "Write, for example: --expires 90d"),
    KEY_NAME(
            "`%s` is not a name for a key: expected 1 to %s characters, none of them a control character, and not `anonymous`.",
            null),
    KEY_ROLES("%s is not a list of roles: expected some of %s.", "Write, for example: \"roles\": [\"ingest\"]"),
    KEY_ROLE("`%s` is not a role: expected %s.", "Write, for example: --role ingest"),
    KEY_EXPIRY("`%s` is no time to come.", "Write, for example: %2$s"),
    KEY_RATE("`%s` is not a rate: expected a whole number of events in a second, from 1 to %s.", null),

    // ALERTS: reading them, judging them

    ALERT_NOT_FOUND(
            "There is no alert `%s`.",
            "GET /api/v1/alerts lists alerts with their ids; old ones are deleted (`eqlair.alerts.retention`, `.bytes`)."),
    ALERT_OUTDATED(
            "The alert was changed since: its version is %s, and nothing was changed now.",
            "Read it with GET, make your change again, and send it with `If-Match` and the new ETag."),
    TRIAGE_EMPTY("The body does not say what is to be changed.", "Write, for example: %s"),
    TRIAGE_TARGET(
            "The body must say which alerts are meant, by `ids` or by `filter`: it has %s.",
            "Write, for example: %2$s"),
    TRIAGE_TOO_MANY("The request names %s alerts, and the limit is %s.", "Send several requests, or a `filter`."),
    TRIAGE_TOO_LONG("The body is longer than %s bytes, the limit for changes of alerts.", "Send several requests."),
    STREAM_POSITION(
            "No alert has a number like `%s` yet, so that there is nothing to go on behind.",
            "Send the `id` of the last event that you had, or none at all to have new alerts only."),
    STREAMS_FULL(
            "%s clients have a stream of alerts open, and no more may.",
            "Close one, or raise `eqlair.alerts.stream-clients`."),
    STREAMS_ENDING(
            "The service is being stopped.",
            "Connect again in a moment, with the `id` of the last event that you had."),

    // SINKS: where alerts go on to; of the settings the first argument is the property

    SINK_NOT_FOUND("There is no sink `%s`.", "GET /api/v1/sinks lists all sinks with their names."),
    DEAD_LETTER_NOT_FOUND(
            "The sink `%s` has no dead letter for an alert `%s`.",
            "GET /api/v1/sinks/%1$s/dead-letters lists those it has."),
    SINK_ADDRESS(
            "`%s` stands for %s, which is no address of the public internet, and alerts are not sent there.",
            "If that is meant, set `allow-private: true` for this sink."),
    SINK_UNKNOWN("`%s` is no setting of a sink.", "docs/SINKS.md has a table of all; look for a slip of the pen."),
    SINK_NAME(
            "`%s` cannot be the name of a sink: expected up to 64 letters, digits, `-` and `_`.",
            "Choose another name, such as `eqlair.sinks.siem`."),
    SINK_MISSING("`%s` is not set.", "Set it, for example to `%2$s`, or remove the sink from the settings."),
    SINK_FOREIGN("`%s` is set, and has no meaning for a sink of type `%s`.", "Leave it out: that type has `%3$s`."),
    SINK_RANGE(
            "`%s` is %s: expected a whole number from %s to %s.", "Set it to a number in this range, or leave it out."),
    SINK_POSITIVE("`%s` is nothing or less.", "Write, for example, `%2$s`, or leave it out."),
    SINK_RETRY("`%s` is shorter than `%s`.", "Set it to at least as much: it is the longest wait, and that the first."),
    SINK_RULE(
            "`%s` has `%s`, which is not the id of a rule.",
            "Rules are named by their ids, such as adb961e0-cb74-42a0-af9e-29fc41f88f5f; GET /api/v1/rules lists them."),
    SINK_URL(
            "`%s` is not an address that can be posted to: expected `http` or `https`, a host, no user, no `#`, and for `elasticsearch` no `?`.",
            "Write, for example, https://example.org:8443/alerts, and put credentials into settings of their own."),
    SINK_HEADER(
            "`%s` is not a header: names are letters, digits and `-`, values printable ASCII.",
            "Correct the name or the value. In YAML, a name stands as it is: headers: {X-Team: blue}"),
    SINK_HEADER_TAKEN("`%s` is set by Eqlair itself.", "Leave it out, or choose another name."),
    SINK_SECRET(
            "`%s` is no key to sign with: behind `whsec_` stands Base64, and an empty text is none.",
            "Take the secret as the receiver shows it, or any other text without `whsec_` before it."),
    SINK_INDEX(
            "`%s` is `%s`, which cannot be the name of an index or data stream.",
            "Names are lower case, without blanks and without any of \\ / * ? \" < > | , # : and begin with none of - _ + and the dot."),
    SINK_CREDENTIALS("`%s` is set, and a user as well.", "Leave out either the one or `username` and `password`."),
    SINK_FILE_TWICE("`%s` is the file of the sink `%s`, too.", "Give each sink a file of its own."),

    // EXCEPTIONS: what keeps events from rules, and the value lists they name

    EXCEPTION_INVALID("The exception is not in order: %s", null),
    EXCEPTION_NOT_JSON("This is not a JSON object: %s.", "Write, for example: " + Text.EXCEPTION),
    EXCEPTION_MEMBER_UNKNOWN("`%s` has no meaning in an exception.", "The members here are %2$s."),
    EXCEPTION_MEMBER_MISSING("There is no `%s`.", "Write, for example: %2$s"),
    EXCEPTION_TOO_LONG("`%s` has %s characters: it may have at most %s.", null),
    EXCEPTION_TOO_LARGE("The body has more than %s bytes, the limit for this call.", "Say it in several."),
    EXCEPTION_TOO_MANY_VALUES(
            "`%s` has %s values: it may have at most %s.", "Put them into a value list: PUT /api/v1/lists/{id}"),
    EXCEPTION_TOO_MANY_ENTRIES(
            "The exception has more than %s entries, the limit.",
            "Use `is_one_of` for many values of one field, or make several exceptions: each of them excepts by itself."),
    EXCEPTION_TOO_DEEP(
            "`%s` is nested deeper than %s groups.", "Write several exceptions: each of them excepts by itself."),
    EXCEPTION_ENTRIES(
            "`%s` is %s: expected a list of at least one entry, else every event would be excepted.",
            "Write, for example: [{\"field\": \"process.name\", \"operator\": \"is\", \"value\": \"nc\"}]"),
    EXCEPTION_ENTRY_FORM(
            "{\"field\": …, \"operator\": …, \"value\": …}, {\"and\": […]}, {\"or\": […]} or {\"not\": {…}}", null),
    EXCEPTION_OPERATOR_UNKNOWN("`%s` is `%s`, which is no operator.", "Operators are %3$s."),
    EXCEPTION_VALUE_UNWANTED("`%s`: `%s` takes no value.", "Leave it out."),
    EXCEPTION_LIST_UNKNOWN(
            "`%s` names the value list `%s`, which is not there.", "Put it first: PUT /api/v1/lists/%2$s"),
    EXCEPTION_FOR_NOTHING(
            "The exception names no rule, so that it would except nothing.",
            "Write \"rules\": [\"<id of a rule>\"]; \"lists\": [\"<list_id>\"] for the rules whose `exceptions_list` names that;"
                    + " or, for all rules, \"rules\": \"all\"."),
    EXCEPTION_SCOPE_TWICE("`rules` is `all`, and there are `lists` besides.", "Leave one of them out."),
    EXCEPTION_RULE_ID(
            "`%s` is `%s`: expected the id of a rule, such as `adb961e0-cb74-42a0-af9e-29fc41f88f5f`.",
            "GET /api/v1/rules lists all rules with their ids."),
    EXCEPTION_STEP_RANGE(
            "`step` is %s, and the rule %s has %s items, from 0 to %s.",
            "Items are counted as they are written, missing ones among them; without `step` all are meant."),
    EXCEPTION_STEP_MISSING(
            "`step` is %s, and that item of the rule %s is a missing one, `![…]`.",
            "To leave an event out there would raise alerts. Name the item of an event that must be there, or leave `step` out."),
    EXCEPTION_STEP_EVENT("`step` is %s, and the rule %s looks for single events.", "Leave `step` out, or write 0."),
    EXCEPTION_RULE_UNKNOWN(
            "There is no rule `%s` at the moment.", "The exception is kept, and holds once there is such a rule."),
    EXCEPTION_LIST_UNNAMED(
            "No rule names the exception list `%s` at the moment.",
            "The exception is kept, and holds once a rule names the list; to apply it now, name rules: \"rules\": […]"),
    EXCEPTION_TOO_MANY(
            "There are %s exceptions, the limit.",
            "Remove those that are expired: GET /api/v1/exceptions?state=expired"),
    EXCEPTION_TOO_MANY_FIELDS(
            "All exceptions together would read %s fields: they may read at most %s, as each is kept of every event.",
            null),
    EXCEPTION_UNCOMPILABLE(
            "The condition cannot be compiled, which is a fault of Eqlair's.",
            "The log has the details: please report them."),
    EXCEPTION_FILE_UNREADABLE(
            "The file cannot be read: %s.", "Mend or remove it, and start again; or put the exception anew."),
    EXCEPTION_FILE_NAME(
            "The file is named for the id `%s`, and says `%s`.",
            "Name it `%2$s.json`; or, if it is a copy, take `id` out of it."),
    EXCEPTION_NOT_FOUND("There is no exception `%s`.", "GET /api/v1/exceptions lists all with their ids."),
    EXCEPTION_ID(
            "`%s` cannot be an id.",
            "Ids have letters, digits, `_`, `.` and `-`, begin with a letter or digit, and are at most 128 long."),
    EXCEPTION_OUTDATED(
            "It is in another version than was expected: %s.", "GET it, apply the change to that, and send its ETag."),
    EXCEPTION_NOT_KEPT(
            "The change could not be kept, and was not made: %s.",
            "Check the data directory, `eqlair.data.dir`, and its disk."),
    EXCEPTION_NOT_IN_FORCE(
            "The change was kept, and could not be put in force, which is a fault of Eqlair's.",
            "The log has the details: please report them."),
    EXPLAIN_EXCEPTED("An exception keeps it from the rule: %s.", null),
    EXCEPTION_STATE(
            "`%s` is not a state of an exception: expected `active`, `disabled`, `expired` or `rejected`.", null),
    LIST_NOT_FOUND("There is no value list `%s`.", "GET /api/v1/lists lists all with their ids."),
    LIST_INVALID("The value list is not in order: %s", null),
    LIST_MEMBER_UNKNOWN("`%s` has no meaning in a value list.", "Write, for example: " + Text.LIST),
    LIST_NOT_JSON(
            "This is not a JSON object: %s.",
            "Write, for example: " + Text.LIST + "; or send the values as text/plain, one to a line."),
    LIST_TYPE("`%s` is not a type of value list: expected `keyword`, `ip` or `ip_range`.", null),
    LIST_EMPTY("The value list has no values.", "Send the values one to a line, or as JSON: " + Text.LIST),
    LIST_TOO_MANY_VALUES(
            "The value list has %s values: it may have at most %s.", "Divide it, and name both in an `or`."),
    LIST_VALUE("`%s` is `%s`: expected %s.", null),
    LIST_TOO_MANY("There are %s value lists, the limit.", "Remove those that no exception names."),
    LIST_TOO_MANY_VALUES_IN_ALL(
            "All value lists together would have %s values: they may have at most %s.",
            "Remove those that no exception names."),
    LIST_IN_USE("Exceptions name the value list `%s`: %s.", "Change or remove them first."),
    IMPORT_LINE_NOT_JSON("The line is not a JSON object: %s.", null),
    IMPORT_LINE_UNKNOWN("The line is neither an exception list nor an item of one: it has no `entries`.", null),
    IMPORT_ENTRY_TYPE(
            "`%s` is of the type `%s`, which is not known here.",
            "Known are `match`, `match_any`, `exists`, `wildcard`, `list` and `nested`."),
    IMPORT_OPERATOR("`%s` is %s: expected `included` or `excluded`.", null),
    IMPORT_ESCAPE(
            "`%s` has an escaped wildcard, which cannot be said here: a `*` or `?` in a pattern is always a wildcard.",
            null),
    IMPORT_MEMBER_IGNORED("The item has %s, which has no effect here.", null),
    IMPORT_LIST_UNNAMED(
            "No rule names the exception list `%s`, so that the item excepts nothing so far.",
            "Import it again with ?rule_id=… or ?rules=all, or put a rule that names the list."),
    IMPORT_RULES("`rules` is `%s`: expected `all`.", "For some rules write ?rule_id=… for each."),
    IMPORT_EMPTY(
            "There is no item in the body.", "Send an export of Kibana's exception lists, one JSON object to a line."),

    // COMMAND LINE: cases of `eqlair test`, events of `eqlair scan`

    PATH_MISSING("There is no file or directory `%s`.", "Check `%2$s`; paths are relative to the working directory."),
    PATH_UNREADABLE("`%s` cannot be read: %s.", "Check that it is a file, and that you may read it."),
    CASES_NONE(
            "There is no case in %s, and a test that tests nothing does not pass.",
            "A case is a file that ends in `.json` or `.toml`, for example " + Text.CASE),
    CASE_TOO_LARGE(
            "The file is larger than %s bytes, the limit for a case.",
            "Put its events into a file of their own, and name that: \"events_file\": \"events.ndjson\""),
    CASE_SYNTAX(
            "This is not %s at line %s, column %s: %s.",
            "Mend it. If it is no case but events, let its name end in `.ndjson`."),
    CASE_MEMBER_UNKNOWN("`%s` has no meaning in a case.", "Its members are %2$s. A case is, for example, " + Text.CASE),
    CASE_MEMBER_MISSING("The case has no `%s`.", "A case is, for example, " + Text.CASE),
    CASE_EVENTS_TWICE("The case has both `events` and `events_file`.", "Leave out one of them."),
    CASE_EVENTS(
            "The events cannot be read: %s", "Mend them in the case: an event that is not read can raise no alert."),
    CASE_EVENT(
            "Event %s of the case cannot be read: %s",
            "Mend it in the case: an event that is not read can raise no alert."),
    CASE_EVENTS_NONE("The case has no events, and so tests nothing.", "Put at least one into it."),
    CASE_RULE_MISSING(
            "There is no rule with the id `%s`.",
            "Check `rule_id` in the case, and that `--rules` names the directory that holds the rule."),
    CASE_RULE_REJECTED("the rule is in order", null),
    CASE_RULE_NOT_ACTIVE(
            "The rule `%s` does not run, it is %s.\n%s", "Mend the rule, or name another one in the case."),
    CASE_ALERTS("Expected %s, found %s.", null),
    CASE_NO_ALERT_FIELDS(
            "Expected %s, found none.",
            "No event of the case has %2$s, and the rule looks at it. Check how the field is spelt in the case."),
    CASE_NO_ALERT(
            "Expected %s, found none.",
            "To see which condition does not hold, send one of the events to a running service: POST /api/v1/rules/%2$s/explain"),
    REPORT_UNWRITABLE("The report cannot be written to `%s`: %s.", "Check `--junit`."),
    SCAN_NO_RULE(
            "No rule is active, so nothing would be detected.", "Mend the rules above, or name others with `--rules`."),
    SCAN_BROKEN_OFF("%s: reading ended too early: %s", "The events before that were evaluated."),
    SCAN_OUTPUT("The alerts cannot be written: %s.", "Check where the output goes."),

    // RULES: files, their TOML, and what the keys of a rule say

    RULE_LOCATION_MISSING(
            "There is no file or directory `%s`.",
            "Check `eqlair.rules.locations`; write `classpath:rules/` for the rules that ship with Eqlair."),
    RULE_LOCATION_EMPTY(
            "There is no file in `%s`.",
            "If it is a share, look whether it is mounted; if rules are yet to come, all is well. Rules that were read from there before go on until files are there again, or until a new start."),
    RULE_FILE_UNREADABLE("The file cannot be read: %s.", "Check that it exists and that Eqlair's user may read it."),
    RULE_FILE_TOO_LARGE(
            "The file is larger than %s bytes, the limit for a rule file.",
            "Split it: a file holds one rule, and the largest in the field stay below 32 KiB."),
    RULE_FILES_TOO_MANY(
            "The locations hold more than %s files; what comes after the limit was not read.",
            "Point `eqlair.rules.locations` at the directories that hold the rules you run."),
    RULE_FILE_ENCODING("Byte %s of the file is not UTF-8.", "Save the file as UTF-8."),
    RULE_TOML_SYNTAX("This is not TOML: %s.", null),
    RULE_TOML_TOKEN(
            "`%s` cannot stand here.",
            "A line of TOML is `[table]`, `key = value` or `# comment`, and texts stand in quotes: name = \"…\""),
    RULE_TOML_LINE_END(
            "The line ends where a value, a quote or a bracket is still missing.",
            "Complete the line. A text of several lines stands between `'''` and `'''`."),
    RULE_TOML_FILE_END(
            "The file ends within a text, a list or a table.",
            "Look for one that is not closed; an open `'''` or `\"\"\"` takes in all that follows."),
    RULE_TOML_AFTER_VALUE(
            "Something follows a value that has ended already.",
            "Look before this place for a comma, a bracket or a quote that is missing."),
    RULE_TOML_ESCAPE(
            "A backslash begins an escape, and this is none that TOML knows.",
            "Put the text between single quotes, where a backslash is a backslash; for a query: query = '''…'''"),
    RULE_TOML_TWICE("`%s` stands in the file twice, first on line %s.", "Remove one of the two."),
    RULE_PROBLEMS_NOT_SHOWN("The file has %s more problems.", "Mend those above first."),
    RULE_TABLE_MISSING("The file has no table `[rule]`.", "Put the line `[rule]` above the keys of the rule."),
    RULE_KEY_MISSING("`%s` has no `%s`.", "Add, for example: %3$s"),
    RULE_VALUE_TYPE("`%s` is %s: expected %s.", "Write, for example: %4$s"),
    RULE_VALUE_EMPTY("`%s` is empty.", "Write, for example: %2$s"),
    RULE_NUMBER_OUT_OF_RANGE("`%s` is `%s`: expected a whole number from %s to %s.", null),
    RULE_ID_NOT_UUID(
            "`%s` is not a UUID: expected hexadecimal digits in groups of 8-4-4-4-12.",
            "Write, for example: rule_id = \"%2$s\""),
    RULE_ID_DUPLICATE(
            "The id `%s` is taken by a rule that was loaded earlier, from %s.",
            "Give this rule an id of its own, or remove one of the two files."),
    RULE_SEVERITY_UNKNOWN(
            "`%s` is not a severity: expected `low`, `medium`, `high` or `critical`.", "Write: severity = \"%2$s\""),
    RULE_LANGUAGE_MISMATCH("A rule of type `eql` has the language `%s`.", "Write: language = \"eql\""),
    RULE_VALUE_UNKNOWN("`%s` is `%s`: expected %s.", "Write, for example: %4$s"),
    RULE_TAIL_ON_STREAM(
            "`tail` has no effect on a live rule: a stream has no end.",
            "Leave it out, or use `head N` for the first N matches since the rule was loaded."),
    RULE_TYPE_UNKNOWN("`%s` is not a type of rule: expected `eql`.", "Write: type = \"eql\""),
    RULE_LAST_GOOD(
            "The file, or the place where it was, is not in order any more; the rule goes on as it was when it was read last.",
            "Mend it: it is read again as soon as it changes."),
    RULE_OVERRIDDEN(
            "A rule with this id was put through the API, and runs instead.",
            "To run this one again: DELETE /api/v1/rules/ and its id"),
    RULE_ID_MISMATCH("The rule says that its id is `%s`, and was put under `%s`.", "Write the same id in both places."),
    RULE_INVALID("The rule is not in order, and nothing was changed: %s", null),
    RULE_OUTDATED(
            "The rule was changed since: its version is %s, and nothing was changed now.",
            "Read it with GET, make your change again, and send it with `If-Match` and the new ETag."),
    RULE_NOT_IN_ORDER(
            "The rule `%s` is %s, so nothing can be set for it.",
            "Mend its file, or put a whole rule in its place with PUT."),
    RULE_KEPT_IN_FILE(
            "The rule `%s` comes from the file %s, which the API does not remove.",
            "Remove the file, or switch the rule off: PATCH {\"enabled\": false}"),
    RULE_NOT_KEPT(
            "The change could not be written to the disk, and was not made: %s.",
            "Check that `eqlair.data.dir` has room and may be written to, and send it again."),
    RULE_PATCH_EMPTY("The body does not say what is to be set.", "Write, for example: %s"),
    RULE_PATH_ID("`%s` is not the id of a rule: expected hexadecimal digits in groups of 8-4-4-4-12.", null),
    RULE_STORE_NAME(
            "The name of this file is not the id of its rule, as it is where the API keeps rules.",
            "If it is a copy, move it elsewhere; else rename it to the rule's id and `.toml`."),
    AUDIT_UNREADABLE("The audit log cannot be read: %s.", "Check `audit.ndjson` in `eqlair.data.dir`."),
    RULE_NOT_IN_FORCE(
            "The change was kept, and could not be put in force, which is a fault of Eqlair's; the rules from before go on.",
            "The log has the details: please report them. It is tried again with the next load."),
    RULE_OVERLAY_UNREADABLE(
            "`%s` does not say what was set for a rule.",
            "Its name is the rule's id, and it has a table [rule] with nothing but enabled, severity or risk_score; or remove it, and set them anew with PATCH."),
    RULES_LOAD_FAILED(
            "Loading the rules failed, which is a fault of Eqlair's; those that were in force go on.",
            "The log has the details: please report them."),
    RULE_SWITCHED_OFF("The rule was switched off through the API.", "To run it again: PATCH {\"enabled\": null}"),
    RULE_DISABLED("The file says `enabled = false`.", "To run the rule write `enabled = true`, or leave the key out."),
    RULE_COST_FORESEEN(
            "The rule is likely to cost %s for an average event, and may cost %s: nothing that it asks for is rare, so that most"
                    + " events are asked all of it.",
            Text.CHEAPER),
    RULE_COST_EXCEEDED(
            "The rule costs %s for an average one of the last %s events, and may cost %s. It goes on running.",
            Text.CHEAPER + " `eqlair.rules.cost.over-budget=quarantine` would stop it."),
    RULE_QUARANTINED(
            "The rule cost %s for an average one of %s events, may cost %s, and was stopped.",
            Text.CHEAPER
                    + " It runs again once its file has changed and is loaded, after PATCH {\"enabled\": true}, or after a new start."),
    RULE_INTERNAL_ERROR(
            "Compiling this rule failed, which is a fault of Eqlair's; the other rules are not affected.",
            "The log has the details: please report them."),
    RULE_UNSUPPORTED_ESQL(
            "Rules of type `esql` are not run here: ES|QL makes tables of stored data, and Eqlair keeps none.",
            "If its `where` part says it all, make that an EQL query: type = \"eql\". Else keep the rule where the data is."),
    RULE_UNSUPPORTED_MACHINE_LEARNING(
            "Rules of type `machine_learning` are not run here: they need the anomaly scores of a job in Elasticsearch.",
            "Keep the rule in Elasticsearch; no EQL query can stand in for it."),
    RULE_UNSUPPORTED_NEW_TERMS(
            "Rules of type `new_terms` are not run here: they compare with the values of past days, and Eqlair keeps none.",
            "Keep the rule in Elasticsearch, or list the values you expect: … and not process.name in (\"a\", \"b\")"),
    RULE_UNSUPPORTED_QUERY(
            "Rules of type `query` are not run here: their language is KQL or Lucene, and Eqlair runs EQL.",
            "Most become one condition: type = \"eql\" and query = '''any where event.action == \"…\"'''"),
    RULE_UNSUPPORTED_SAVED_QUERY(
            "Rules of type `saved_query` are not run here: the query is in Kibana, not in the file.",
            "Write it down as EQL: type = \"eql\" and query = '''any where event.action == \"…\"'''"),
    RULE_UNSUPPORTED_THREAT_MATCH(
            "Rules of type `threat_match` are not run here: they compare with an index of indicators, and Eqlair has none.",
            "For a short list of indicators, write them into an EQL query: network where destination.ip in (\"…\", \"…\")"),
    RULE_UNSUPPORTED_THRESHOLD(
            "Rules of type `threshold` are not run here: they count stored events, and Eqlair keeps none.",
            "A small number is a sequence in EQL: sequence by host.id with maxspan=5m [any where true] with runs=5"),

    // EXPLANATIONS: why an event matches a rule, or does not

    EXPLAIN_RULE_NOT_RUN("The rule `%s` is %s, so that there is nothing to explain: %s", null),
    EXPLAIN_ONE_EVENT(
            "%s Only one event can be explained at a time.", "Send it by itself: a JSON object, or a search hit."),
    EXPLAIN_CASE_DIFFERS("It would hold if case were ignored.", "To ignore case write: %s"),
    EXPLAIN_CASE_DIFFERS_VALUE("`%2$s` would fit if case were ignored.", "To ignore case write: %1$s"),
    EXPLAIN_MATCHES("Matches.", null),
    EXPLAIN_NO_MATCH("Does not match: %s.", null),
    EXPLAIN_INDEX("the rule is shown events of %2$s only, and this one belongs to `%1$s`", null),
    EXPLAIN_INDEX_UNKNOWN("the rule is shown events of %s only, and this one names no index", null),
    EXPLAIN_CATEGORY("the rule asks for events of the category `%s`, and this one has %s", null),
    EXPLAIN_PART("`%s` is false (%s)", null),
    EXPLAIN_ALTERNATIVES("none of the %s alternatives of `%s` holds", null),
    EXPLAIN_ONE_MORE("%s; one other part does not hold either", null),
    EXPLAIN_MORE("%s; %s other parts do not hold either", null),
    EXPLAIN_ITEM("Matches %s.", null),
    EXPLAIN_NO_ITEM("Matches no item. Nearest is %s: %s.", null),
    EXPLAIN_NO_KEY("It would be %s, but has no value for the key %s.", null),
    EXPLAIN_ITEM_MUST_BE_MISSING("It must be missing for the sequence to match.", null),
    EXPLAIN_ITEM_ENDS("It ends what is pending for its key.", null),
    EXPLAIN_ITEM_BEGINS("A sequence may begin with it.", null),
    EXPLAIN_ITEM_AWAITED("What is pending for %s waits for it.", null),
    EXPLAIN_ITEM_NOT_AWAITED("What is pending for %s waits for something else: %s.", null),
    EXPLAIN_ITEM_TOO_EARLY("Nothing is pending for %s, so item %s must come first.", null),
    EXPLAIN_SAMPLE_ALONE("Nothing else is pending for %s.", null),
    EXPLAIN_SAMPLE_BEGUN("A sample is pending for %s that waits for %s.", null),

    // VALIDATION: rules that are in order, and perhaps do not do what their author thinks

    VALIDATION_BODY_EMPTY(
            "The body is empty.",
            "Send a rule as TOML or JSON, several as NDJSON, or a zip or tar.gz of rule files: curl --data-binary @rule.toml …"),
    RULE_MAXSPAN_PAST_LOOK_BACK(
            "The sequence may take %s, and a scheduled run of this rule looks back %s. Eqlair keeps the whole span; a"
                    + " scheduled run misses the sequences that take longer than it looks back.",
            "Where the rule runs on a schedule, too, write: from = \"now-%3$s\""),
    RULE_FIELD_UNKNOWN(
            "`%s` is not in ECS %s, and no rule has found it in an event so far.",
            "If what sends your events names it so, all is well; else check its spelling."),
    RULE_FIELD_MISSPELT("`%s` is not in ECS %s, and no rule has found it in an event so far.", "Did you mean `%3$s`?"),
    RULE_VALUE_MISSPELT("`%s` is not a value that `%s` has in ECS %s.", "Did you mean \"%4$s\"?"),
    RULE_MATCHES_EVERYTHING(
            "Every event%s satisfies this condition, and makes an alert.",
            "Say what the rule looks for, for example: process.name == \"nc\""),
    RULE_CANNOT_MATCH("No event satisfies `%s`, so the rule can never match.", "Correct it, or leave it out."),
    RULE_CANNOT_MATCH_BOTH(
            "No event satisfies both `%s` and `%s`, so the rule can never match.",
            "Join them with `or`, or leave one of them out."),
    RULE_PART_NEVER_TRUE("No event satisfies `%s`, so it has no effect here.", "Correct it, or leave it out."),
    RULE_PART_NEVER_BOTH(
            "No event satisfies both `%s` and `%s`, so that they have no effect here.",
            "Join them with `or`, or leave one of them out."),
    RULE_PART_ALWAYS_TRUE("Every event satisfies `%s`, so it has no effect here.", "Correct it, or leave it out."),
    RULE_PART_ALWAYS_EITHER(
            "Every event satisfies `%s` or `%s`, so that they have no effect here.",
            "Join them with `and`, or leave them out."),
    RULE_WILDCARD_LEADING("The pattern %s begins with a wildcard. " + Text.LEADING, Text.NARROWER),
    RULE_WILDCARDS_LEADING(
            "The pattern %s begins with a wildcard, as %s of the %s patterns here do. " + Text.LEADING, Text.NARROWER),
    RULE_WILDCARD_ALONE("The pattern %s matches whatever value there is.", "To ask for a value write: %2$s != null"),
    RULE_WILDCARD_LITERAL(
            "`%s` takes the `*` in %s for the character itself, not for a wildcard.",
            "For a pattern write: %3$s : %2$s"),
    RULE_CONTROL_CHARACTER(
            "%s has a control character in it, which `\\%s` stands for, and values hardly ever have one.",
            "If this is a path, write each backslash twice, or put the text in triple quotes, which know no escapes. (In a TOML text in double quotes a backslash is written twice once more; three single quotes around it avoid that.)"),
    RULE_REGEX_ANCHOR(
            "`%s` is an ordinary character in %s: an expression on a field always matches the whole value.",
            "Leave it out, and put `.*` where any text may stand before or behind. If the character is meant, write `\\%1$s`, or `\\\\%1$s` in a string in double quotes."),
    RULE_MEMBER_REPEATED(
            "%s says the same as %s earlier in this list.", "Leave one of them out, or write what was meant instead."),
    RULE_CATEGORY_UNKNOWN(
            "`%s` is not an event category of ECS %s.",
            "The categories are %3$s; `any` takes events of all. If your events have another one, all is well."),
    RULE_CATEGORY_MISSPELT("`%s` is not an event category of ECS %s.", "Did you mean `%3$s`?"),
    RULE_KEY_MISSPELT("`%s` means nothing here; it is kept and shown, and has no effect.", "Did you mean `%2$s`?"),
    RULE_INDEX_BLANK(
            "This pattern is empty, and no index has an empty name.", "Leave it out, or write: index = [\"logs-*\"]"),

    // ATTACK: what rules say of MITRE ATT&CK, and its table does not; all of these are warnings

    RULE_ATTACK_TACTIC(
            "`%s` is not a tactic of Enterprise ATT&CK %s, whose table ships with Eqlair.",
            "Its tactics are %3$s. One of another version is shown in the coverage all the same."),
    RULE_ATTACK_TECHNIQUE(
            "`%s` is not in Enterprise ATT&CK %s, whose table ships with Eqlair.",
            "Look for a slip of the pen. A technique of another version or matrix is shown in the coverage all the same."),
    RULE_ATTACK_REVOKED(
            "`%s` is revoked in ATT&CK %s: `%s` took its place.",
            "Write: id = \"%3$s\", name = \"%4$s\"; a sub-technique stands below its technique."),
    RULE_ATTACK_DEPRECATED(
            "`%s` is deprecated in ATT&CK %s, and nothing took its place.",
            "Name the technique that fits the rule now."),
    RULE_ATTACK_TACTIC_MISMATCH(
            "`%s` does not belong to `%s` in ATT&CK %s.", "Put it under one of its own tactics: %4$s."),
    RULE_ATTACK_SUBTECHNIQUE_MISMATCH(
            "`%s` is not a sub-technique of `%s`.",
            "The ids of its sub-techniques begin with `%2$s.`; put this one under a technique of its own."),
    RULE_ATTACK_NAME(
            "`%1$s` is called `%3$s` in ATT&CK %2$s, and here it is called `%4$s`.",
            "If the id is right, write: name = \"%3$s\"; else correct the id."),

    // SOURCES: rules as JSON, archives, and the files that are passed over

    RULE_OBJECT_MISSING(
            "The file has no object `rule`.", "Put the keys of the rule into one: {\"rule\": {\"name\": \"…\", …}}"),
    RULE_JSON_SYNTAX("This is not JSON: %s.", null),
    RULE_JSON_TOKEN(
            "`%s` cannot stand here.",
            "Look before this place for a comma, a quote or a bracket that is missing or too many: {\"name\": \"…\", \"tags\": []}"),
    RULE_JSON_END(
            "The text ends within a value, a list or an object.", "Look for a `\"`, `[` or `{` that is not closed."),
    RULE_JSON_ESCAPE(
            "A backslash begins an escape, and this is none that JSON knows.",
            "For a backslash write two. In a query that makes four of one, or two between `\"\"\"` and `\"\"\"`."),
    RULE_JSON_CONTROL(
            "A line end, a tab or another control character stands in a text.",
            "Write `\\n` for a line end and `\\t` for a tab."),
    RULE_JSON_TWICE("`%s` stands in the file twice, first on line %s.", "Remove one of the two."),
    RULE_JSON_AFTER_VALUE(
            "Something follows the object, which has ended already.",
            "Look for a bracket too many. For several rules write one to a line, as NDJSON."),
    RULE_JSON_HALF_CHARACTER(
            "A text has one half of a surrogate pair, which is no character.",
            "Write the character itself, or both halves."),
    RULE_ARCHIVE_DAMAGED("The archive is damaged: %s. The %s files before that were read.", "Build or fetch it again."),
    RULE_ARCHIVE_CUT("The archive ends too early; the %s files before its end were read.", "Build or fetch it again."),
    RULE_ARCHIVE_WITHOUT_LIST(
            "The zip has no list of its files, which belongs at its end.",
            "Build or fetch it again: its end is missing or damaged."),
    RULE_ARCHIVED_FILE_DAMAGED("The file is damaged in its archive.", "Build or fetch the archive again."),
    RULE_ARCHIVED_FILE_LOCKED(
            "The file is encrypted in its archive, or packed in an unusual way.",
            "Build the archive without a password and with the usual compression."),
    RULE_ARCHIVE_TOO_LARGE(
            "More than %s bytes would come out of the archive, the limit; the %s files before that were read.",
            "Archive the rules alone, or name their directory instead."),
    RULE_EXPORT_TOO_LARGE(
            "The export is larger than %s bytes or than there is room for; the first %s lines were read.",
            "Export fewer rules at once."),
    RULE_EXPORT_WITHOUT_RULES(
            "None of the %s lines is a rule.",
            "A rule of an export is a line like {\"rule_id\": \"…\", \"type\": \"eql\", …}"),
    RULE_SKIPPED_NAME("Its name is not that of a rule: expected `.toml`, `.json` or `.ndjson`.", null),
    RULE_SKIPPED_HIDDEN("Its name begins with a dot.", null),
    RULE_SKIPPED_ARCHIVE("An archive is read only where it is named as a location itself.", null),
    RULE_SKIPPED_LINK("A link; what it leads to is read where it lies itself.", null),
    RULE_SKIPPED_NO_RULE("There is no rule in it.", null),
    RULE_SKIPPED_NO_EXPORT("Its first line is no rule.", null),
    RULE_SKIPPED_SUMMARY("The summary of an export.", null),
    RULE_SKIPPED_EXCEPTION(
            "An exception, or a list of them: rules alone are read here.",
            "Import it by itself: POST /api/v1/exceptions/import"),
    RULE_SKIPPED_ACTION("A connector for actions.", null),
    RULE_SKIPPED_LINE("The line holds no rule: it has no `rule_id`.", null);

    /** What several problems have in common. */
    private static final class Text {
        private static final String LEADING =
                "To answer it each value of the field is read to its end, and a search in Elasticsearch goes through every value that is stored.";
        private static final String NARROWER =
                "If you know how the values begin, write that before the wildcard; if not, this is right as it is, and costs more.";
        private static final String EXCEPTION =
                "{\"name\": \"…\", \"rules\": [\"<id of a rule>\"], \"entries\": [{\"field\": \"process.name\", \"operator\": \"is\", \"value\": \"nc\"}]}";
        private static final String LIST = "{\"type\": \"ip\", \"values\": [\"192.0.2.1\", \"192.0.2.2\"]}";
        private static final String CASE =
                "{\"rule_id\": \"…\", \"alerts\": 1, \"events\": [{\"event\": {\"category\": \"process\"}, \"process\": {\"name\": \"nc\"}}]}";
        private static final String CHEAPER =
                "Add, with `and`, what few events have, such as process.name == \"…\"; or raise `eqlair.rules.cost.budget`.";
    }

    private final String message;
    private final @Nullable String wayOut;

    Problem(String message, @Nullable String wayOut) {
        this.message = message;
        this.wayOut = wayOut;
    }

    /** The stable name for programs, for example {@code rule_severity_unknown}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What was found and what was expected. */
    public String message(Object... args) {
        return String.format(Locale.ROOT, message, args);
    }

    /** Message and way out in one line. */
    public String text(Object... args) {
        String advice = wayOut(args);
        return advice == null ? message(args) : message(args) + " " + advice;
    }

    /** What the reader can do, or null where there is no general advice. Takes the same arguments as the message. */
    public @Nullable String wayOut(Object... args) {
        return wayOut == null ? null : String.format(Locale.ROOT, wayOut, args);
    }
}
