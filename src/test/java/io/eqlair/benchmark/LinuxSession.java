package io.eqlair.benchmark;

import java.util.List;
import java.util.Map;

/** Somebody at work, or a service: what all its processes have in common. */
final class LinuxSession {

    private static final List<String> USERS = List.of("root", "ann", "bob", "carla", "www-data", "postgres", "deploy");
    private static final List<String> SERVICES = List.of("www-data", "postgres", "root");

    private final LinuxHost host;
    private final String user;
    private final String kind;
    private final Map<String, Object> leader;
    private final List<String> ancestry;
    private int lastPid;

    private LinuxSession(
            LinuxHost host, String user, String kind, Map<String, Object> leader, List<String> ancestry, int pid) {
        this.host = host;
        this.user = user;
        this.kind = kind;
        this.leader = leader;
        this.ancestry = ancestry;
        this.lastPid = pid;
    }

    static LinuxSession of(LinuxHost host, Chance chance) {
        String user = chance.of(USERS);
        String kind = SERVICES.contains(user) ? chance.of(List.of("init", "init", "container")) : "sshd";
        String executable = kind.equals("sshd") ? "/usr/bin/bash" : "/usr/bin/dash";
        int pid = 1_000 + chance.below(30_000);
        Map<String, Object> leader = Tree.of(
                "executable",
                executable,
                "name",
                LinuxCommand.name(executable),
                "pid",
                pid,
                "entity_id",
                chance.hex(40),
                "args",
                List.of("-" + LinuxCommand.name(executable)),
                "args_count",
                1,
                "interactive",
                kind.equals("sshd"),
                "same_as_process",
                false,
                "start",
                "2026-03-02T06:12:08.911Z",
                "user",
                Tree.of("name", user, "id", id(user)));
        List<String> ancestry = List.of(chance.hex(40), chance.hex(40), chance.hex(40));
        return new LinuxSession(host, user, kind, leader, ancestry, pid);
    }

    LinuxHost host() {
        return host;
    }

    String user() {
        return user;
    }

    String userId() {
        return id(user);
    }

    /** A user, as an event shows the one it happened to. */
    Map<String, Object> person(String name) {
        return Tree.of("Ext", Tree.of("real", Tree.of("name", name, "id", id(name))), "name", name, "id", id(name));
    }

    LinuxProcess start(LinuxCommand command, List<String> arguments, Chance chance) {
        lastPid += 1 + chance.below(3);
        String runsAs = command.user().equals("any") ? user : command.user();
        return new LinuxProcess(this, command, arguments, runsAs, lastPid, chance.hex(40), chance.hex(40));
    }

    /** The leader of its processes, as an event shows it in one of its parts. */
    Map<String, Object> leader(String part) {
        Map<String, Object> shown = Tree.of();
        shown.putAll(leader);
        if (part.equals("entry_leader")) {
            shown.put("entry_meta", Tree.of("type", kind));
        }
        return shown;
    }

    List<String> ancestry() {
        return ancestry;
    }

    boolean interactive() {
        return kind.equals("sshd");
    }

    static String id(String user) {
        return switch (user) {
            case "root" -> "0";
            case "www-data" -> "33";
            case "postgres" -> "114";
            default -> String.valueOf(1_000 + USERS.indexOf(user));
        };
    }
}
