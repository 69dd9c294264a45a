package io.eqlair.crash;

import io.eqlair.testing.KilledService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends batches of events as a shipper does: what was not acknowledged is sent again until it is. For one thread. */
final class Sender implements Runnable {

    private static final int BATCH = 30;

    private final KilledService service;
    private final String name;
    private final Random random;
    private final Deque<String> unacknowledged = new ArrayDeque<>();
    private final List<String> acknowledgedAlerts = new ArrayList<>();
    private final List<String> singles = new ArrayList<>();
    private final List<String> pairs = new ArrayList<>();
    private int noises;
    private int next;
    private int resent;
    private volatile boolean ending;

    Sender(KilledService service, String name, long seed) {
        this.service = service;
        this.name = name;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (!ending || !unacknowledged.isEmpty()) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes nothing new any more, and returns from {@link #run} when all is acknowledged. */
    void end() {
        ending = true;
    }

    private void step() throws InterruptedException {
        if (unacknowledged.isEmpty()) {
            unacknowledged.add(batch());
        }
        try {
            HttpResponse<String> answer = service.post(unacknowledged.element());
            if (answer.statusCode() == 200) {
                unacknowledged.remove();
                JsonNode alerts = JsonMapper.shared().readTree(answer.body()).get("alerts");
                alerts.forEach(alert -> acknowledgedAlerts.add(alert.get("id").asString()));
                return;
            }
        } catch (IOException killed) {
            // it is sent again below, as after a refusal
        }
        resent++;
        Thread.sleep(20);
    }

    private String batch() {
        List<String> events = new ArrayList<>();
        while (events.size() < BATCH) {
            String id = name + next++;
            switch (random.nextInt(4)) {
                case 0 -> events.add(single(id));
                case 1 -> events.addAll(pair(id));
                case 2 -> events.add(noise(id));
                default -> events.add(event(id, "process", "nothing"));
            }
        }
        return String.join("\n", events);
    }

    private String single(String id) {
        singles.add(id);
        return event(id, "process", "single");
    }

    private List<String> pair(String id) {
        pairs.add(id);
        return List.of(event(id + "-1", "process", "pair"), event(id + "-2", "network", "pair"));
    }

    private String noise(String id) {
        noises++;
        return event(id, "process", "noise");
    }

    /** Half of the events have no id of their own. */
    private String event(String id, String category, String action) {
        String entity = id.replaceAll("-[12]$", "");
        String own = entity.hashCode() % 2 == 0 ? ", \"id\": \"" + id + "\"" : "";
        return "{\"@timestamp\": \"%s\", \"event\": {\"category\": \"%s\", \"action\": \"%s\"%s}, \"message\": \"%s\", \"process\": {\"entity_id\": \"%s\"}, \"host\": {\"id\": \"%s\"}}"
                .formatted(Instant.now(), category, action, own, id, entity, name);
    }

    String name() {
        return name;
    }

    List<String> acknowledgedAlerts() {
        return acknowledgedAlerts;
    }

    List<String> singles() {
        return singles;
    }

    List<String> pairs() {
        return pairs;
    }

    int noises() {
        return noises;
    }

    int resent() {
        return resent;
    }
}
