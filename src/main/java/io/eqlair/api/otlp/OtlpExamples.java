package io.eqlair.api.otlp;

/** Requests and answers for the API's document. */
final class OtlpExamples {

    static final String LINUX_RULE_FIRES = """
            {"resourceLogs": [{
              "resource": {"attributes": [
                {"key": "host.name", "value": {"stringValue": "web1"}},
                {"key": "os.type", "value": {"stringValue": "linux"}}]},
              "scopeLogs": [{
                "logRecords": [{
                  "timeUnixNano": "1768469400000000000",
                  "eventName": "exec",
                  "attributes": [
                    {"key": "event.category", "value": {"arrayValue": {"values": [{"stringValue": "process"}]}}},
                    {"key": "event.type", "value": {"arrayValue": {"values": [{"stringValue": "start"}]}}},
                    {"key": "process.executable.name", "value": {"stringValue": "nc"}},
                    {"key": "process.command_args", "value": {"arrayValue": {"values": [
                      {"stringValue": "nc"}, {"stringValue": "-nlvp"}, {"stringValue": "4444"}]}}}]}]}]}]}
            """;

    static final String ALL = """
            {"partialSuccess": {}}
            """;

    static final String SOME = """
            {"partialSuccess": {
              "rejectedLogRecords": "1",
              "errorMessage": "Record 4: The log record cannot be read: `timeUnixNano` is not an integer. Each is a LogRecord of the protocol; the others of the request were evaluated."}}
            """;

    static final String STATUS = """
            {"code": 3, "message": "The body is not a request to export logs in JSON (byte 0): it has no `resourceLogs`."}
            """;

    private OtlpExamples() {}
}
