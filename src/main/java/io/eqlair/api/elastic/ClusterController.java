package io.eqlair.api.elastic;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What shippers ask before they send: who is there, in which version, and how it is. */
@Hidden
@RestController
@RequestMapping({"", "/es", "/t/{tenant}"})
public final class ClusterController {

    private static final String NAME = "eqlair";

    /** The same for ever and everywhere: to whoever asks, all instances are one cluster. */
    private static final String CLUSTER = "ZXFsYWlyLWNsdXN0ZXItMQ";

    private static final String SWAGGER_UI = "/swagger-ui.html";

    private final ElasticVersion version;
    private final boolean hasPage;

    /**
     * What is asked before events are sent.
     *
     * @param page whether there is a page with the calls to try
     * @param document which that page shows, and is not there without
     */
    public ClusterController(
            ElasticVersion version,
            @Value("${springdoc.swagger-ui.enabled:true}") boolean page,
            @Value("${springdoc.api-docs.enabled:true}") boolean document) {
        this.version = version;
        this.hasPage = page && document;
    }

    /** A browser is shown the calls to try, where that page is not switched off; everybody else who it is that answers. */
    @GetMapping({"", "/"})
    void root(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "");
        if (hasPage && accept.contains("text/html")) {
            response.setStatus(HttpStatus.FOUND.value());
            // a proxy may have another name and scheme
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + SWAGGER_UI);
        } else {
            ElasticAnswer.json(request, response, root(version(request)));
        }
    }

    private static String root(String number) {
        return """
            {"name":"%s","cluster_name":"%1$s","cluster_uuid":"%s",\
            "version":{"number":"%s","build_flavor":"default","build_type":"docker","build_hash":"unknown",\
            "build_date":"2026-01-01T00:00:00.000Z","build_snapshot":false,"lucene_version":"9.12.0",\
            "minimum_wire_compatibility_version":"7.17.0","minimum_index_compatibility_version":"7.0.0"},\
            "tagline":"You Know, for Search"}""".formatted(NAME, CLUSTER, number);
    }

    @GetMapping("/_license")
    void license(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ElasticAnswer.json(request, response, """
            {"license":{"status":"active","uid":"%s","type":"basic","issue_date":"2026-01-01T00:00:00.000Z",\
            "issue_date_in_millis":1767225600000,"max_nodes":1000,"max_resource_units":null,"issued_to":"%s",\
            "issuer":"%2$s","start_date_in_millis":-1}}""".formatted(CLUSTER, NAME));
    }

    @GetMapping("/_xpack")
    void features(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ElasticAnswer.json(request, response, """
            {"build":{},"license":{"uid":"%s","type":"basic","mode":"basic","status":"active"},\
            "features":{"ilm":{"available":true,"enabled":true}}}""".formatted(CLUSTER));
    }

    @GetMapping({"/_cluster/health", "/_cluster/health/{index}"})
    void health(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ElasticAnswer.json(request, response, """
            {"cluster_name":"%s","status":"green","timed_out":false,"number_of_nodes":1,"number_of_data_nodes":1,\
            "active_primary_shards":1,"active_shards":1,"relocating_shards":0,"initializing_shards":0,\
            "unassigned_shards":0,"unassigned_primary_shards":0,"delayed_unassigned_shards":0,"number_of_pending_tasks":0,\
            "number_of_in_flight_fetch":0,"task_max_waiting_in_queue_millis":0,\
            "active_shards_percent_as_number":100.0}""".formatted(NAME));
    }

    @GetMapping("/_cat/health")
    void shortHealth(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ElasticAnswer.text(request, response, HttpStatus.OK, NAME + " green 1 1 1 1 0 0 0 0 - 100.0%");
    }

    /**
     * The address that the caller uses anyway: who looks for other nodes is to stay with this one. Behind a prefix there is none, for an
     * address has no room for it.
     */
    @GetMapping({"/_nodes", "/_nodes/http", "/_nodes/_all/http"})
    void nodes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean prefixed = !request.getRequestURI().startsWith(request.getContextPath() + "/_nodes");
        ElasticAnswer.json(request, response, """
            {"_nodes":{"total":1,"successful":1,"failed":0},"cluster_name":"%s","nodes":{%s}}""".formatted(NAME, prefixed ? "" : node(request)));
    }

    private String node(HttpServletRequest request) {
        String host = request.getServerName();
        String address =
                (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + request.getServerPort();
        return """
            "%s":{"name":"%1$s","transport_address":"%s","host":"%s","ip":"%3$s","version":"%s",\
            "build_flavor":"default","build_type":"docker","build_hash":"unknown","roles":["data","ingest","master"],\
            "http":{"bound_address":["%2$s"],"publish_address":"%2$s","max_content_length_in_bytes":104857600}}""".formatted(NAME, address, host, version(request));
    }

    /** Some clients want what they have sent to be found. */
    @RequestMapping(
            path = {"/_refresh", "/{index}/_refresh"},
            method = {RequestMethod.GET, RequestMethod.POST})
    void refresh(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ElasticAnswer.json(request, response, "{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}");
    }

    private String version(HttpServletRequest request) {
        return version.of(request.getHeader(HttpHeaders.USER_AGENT));
    }
}
