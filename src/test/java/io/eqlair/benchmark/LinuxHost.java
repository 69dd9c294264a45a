package io.eqlair.benchmark;

import java.util.List;
import java.util.Map;

/** A machine of the generated stream. */
record LinuxHost(String name, String id, String address, String kernel) {

    static LinuxHost of(int number, Chance chance) {
        String role = List.of("web", "db", "build", "app", "mail").get(number % 5);
        return new LinuxHost(
                role + "%02d".formatted(number),
                chance.uuid(),
                "10.20.%d.%d".formatted(number / 200, 10 + number % 200),
                "6.%d.0-%d-generic".formatted(1 + number % 12, 20 + number));
    }

    /** As an event shows it. */
    Map<String, Object> shown() {
        return Tree.of(
                "hostname",
                name,
                "name",
                name,
                "id",
                id,
                "architecture",
                "x86_64",
                "ip",
                List.of(
                        "127.0.0.1",
                        "::1",
                        address,
                        "fe80::5054:ff:fe" + id.substring(0, 2) + ":" + id.substring(2, 6)),
                "os",
                Tree.of(
                        "Ext", Tree.of("variant", "Debian"),
                        "kernel", kernel + " #1 SMP PREEMPT_DYNAMIC",
                        "name", "Linux",
                        "family", "debian",
                        "type", "linux",
                        "version", "12.9",
                        "platform", "debian",
                        "full", "Debian 12.9"));
    }
}
