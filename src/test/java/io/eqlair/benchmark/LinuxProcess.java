package io.eqlair.benchmark;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A process of the generated stream, in the parts in which events show it. */
record LinuxProcess(
        LinuxSession session,
        LinuxCommand command,
        List<String> arguments,
        String user,
        int pid,
        String entityId,
        String parentId) {

    /** All that is known, as when a program starts. */
    Map<String, Object> shown() {
        Map<String, Object> shown = acting();
        shown.put("args", line());
        shown.put("args_count", line().size());
        shown.put("command_line", String.join(" ", line()));
        shown.put("working_directory", user.equals("root") ? "/" : "/home/" + user);
        shown.put("interactive", session.interactive());
        shown.put("start", "2026-03-02T08:00:00.000Z");
        shown.put("hash", Tree.of("sha256", digits(command.executable(), 64)));
        shown.put(
                "previous",
                List.of(Tree.of(
                        "executable",
                        command.parent(),
                        "args",
                        parentLine(),
                        "args_count",
                        parentLine().size())));
        shown.put("session_leader", session.leader("session_leader"));
        shown.put("group_leader", session.leader("group_leader"));
        return shown;
    }

    /** Before the program is its own: a copy of the parent. */
    Map<String, Object> forked() {
        Map<String, Object> shown = shown();
        shown.put("executable", command.parent());
        shown.put("name", LinuxCommand.name(command.parent()));
        shown.put("args", parentLine());
        shown.put("args_count", parentLine().size());
        shown.put("command_line", String.join(" ", parentLine()));
        return shown;
    }

    Map<String, Object> ended() {
        Map<String, Object> shown = shown();
        shown.put("exit_code", pid % 10 == 0 ? 1 : 0);
        shown.put("end", "2026-03-02T08:00:01.000Z");
        return shown;
    }

    /** As much as is known of one that writes a file or opens a connection. */
    Map<String, Object> acting() {
        return Tree.of(
                "Ext", Tree.of("ancestry", ancestry()),
                "parent", parent(),
                "entry_leader", session.leader("entry_leader"),
                "name", LinuxCommand.name(command.executable()),
                "executable", command.executable().replace("{hex}", entityId.substring(0, 12)),
                "pid", pid,
                "entity_id", entityId,
                "thread", Tree.of("capabilities", Tree.of("effective", capabilities(), "permitted", capabilities())),
                "user", Tree.of("name", user, "id", LinuxSession.id(user)),
                "group", Tree.of("name", user, "id", LinuxSession.id(user)),
                "real_user", Tree.of("id", LinuxSession.id(user)));
    }

    private Map<String, Object> parent() {
        return Tree.of(
                "executable", command.parent(),
                "name", LinuxCommand.name(command.parent()),
                "args", parentLine(),
                "args_count", parentLine().size(),
                "command_line", String.join(" ", parentLine()),
                "pid", pid - 1,
                "entity_id", parentId,
                "interactive", session.interactive(),
                "start", "2026-03-02T07:58:11.120Z",
                "user", Tree.of("name", session.user(), "id", session.userId()),
                "group", Tree.of("name", session.user(), "id", session.userId()),
                "working_directory", "/home/" + session.user());
    }

    private List<String> line() {
        List<String> line = new ArrayList<>();
        line.add(LinuxCommand.name(command.executable()));
        line.addAll(arguments);
        return line;
    }

    private List<String> parentLine() {
        return switch (LinuxCommand.name(command.parent())) {
            case "dash" -> List.of("sh", "-c", String.join(" ", line()));
            case "bash" -> List.of("-bash");
            default -> List.of(command.parent());
        };
    }

    private List<String> ancestry() {
        List<String> ancestry = new ArrayList<>();
        ancestry.add(parentId);
        ancestry.addAll(session.ancestry());
        return ancestry;
    }

    private List<String> capabilities() {
        return user.equals("root")
                ? List.of("CAP_CHOWN", "CAP_NET_ADMIN", "CAP_SYS_ADMIN", "CAP_SYS_PTRACE")
                : List.of();
    }

    /** Digits that depend on a text only: the same program has the same hash. */
    private static String digits(String text, int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; digits.length() < count; i++) {
            digits.append(HexFormat.of().toHexDigits((text + i).hashCode()));
        }
        return digits.substring(0, count);
    }
}
