package io.eqlair.api.shipper;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code helpers.bulk} of @elastic/elasticsearch 8 and 9. */
final class JavaScriptClient implements Shipper {

    private final String version;

    /** A client of a version, such as 9. */
    JavaScriptClient(String version) {
        this.version = version;
    }

    @Override
    public String name() {
        return "JavaScriptClient" + version;
    }

    @Override
    public List<Question> questions() {
        return List.of(new Question(
                Call.get("/logs/_refresh").with("Accept", accepted()), JavaScriptClient::isFromElasticsearch));
    }

    private String accepted() {
        return "application/vnd.elasticsearch+json; compatible-with=" + version;
    }

    private static boolean isFromElasticsearch(Reply reply) {
        return reply.isGood() && reply.header("X-Elastic-Product").equals("Elasticsearch");
    }

    @Override
    public Call deliver(List<Doc> events) {
        String body = Shipper.bulk(events, event -> "{\"create\":{\"_index\":\"logs\"" + event.idMember() + "}}");
        return Call.post("/_bulk", "application/vnd.elasticsearch+x-ndjson; compatible-with=" + version, body)
                .with("Accept", accepted())
                .with("x-elastic-client-meta", "es=9.4.3,js=20.20.2,t=9.4.3,hc=20.20.2,h=bp");
    }

    @Override
    public Fate judge(int events, Reply reply) {
        if (reply.status() >= 502 && reply.status() <= 504) {
            return new Fate.RetriedWhole();
        }
        JsonNode json = reply.json();
        String mediaType = reply.header("Content-Type");
        if (!isFromElasticsearch(reply) || json == null || !mediaType.contains("json")) {
            return new Fate.Raised();
        }
        return Shipper.byItem(json.path("items"), status -> status == 429, status -> status >= 300);
    }
}
