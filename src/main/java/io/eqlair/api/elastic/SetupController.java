package io.eqlair.api.elastic;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What shippers set up in an Elasticsearch before they send: templates, policies, pipelines, indices. There is nothing of the kind here,
 * and a shipper must not fail for it, so whatever is asked for is there, and whatever is put is acknowledged.
 */
@Hidden
@RestController
@RequestMapping({"", "/es", "/t/{tenant}"})
public final class SetupController {

    private static final Pattern NO_INDEX = Pattern.compile("health.*|live.*|ready.*|alive|up|status|ping|metrics|api"
            + "|.*\\.(?:ico|txt|html?|php|xml|json|ya?ml|js|css|png|svg|env)");
    private static final String FOUND = "{}";
    private static final String ACKNOWLEDGED = "{\"acknowledged\":true}";

    @RequestMapping(
            path = {
                "/_index_template",
                "/_index_template/{name}",
                "/_template",
                "/_template/{name}",
                "/_component_template",
                "/_component_template/{name}",
                "/_ilm/policy",
                "/_ilm/policy/{name}",
                "/_ingest/pipeline",
                "/_ingest/pipeline/{name}",
                "/_data_stream",
                "/_data_stream/{name}",
                "/_alias",
                "/_alias/{name}",
                "/{index}/_alias",
                "/{index}/_alias/{name}"
            },
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.PUT, RequestMethod.POST, RequestMethod.DELETE
            })
    void part(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        ElasticAnswer.json(request, response, asked ? FOUND : ACKNOWLEDGED);
    }

    /** An index or alias. */
    @RequestMapping(
            path = "/{index:[^_.].*}",
            method = {RequestMethod.HEAD, RequestMethod.PUT})
    void index(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ElasticAnswer.json(request, response, request.getMethod().equals("PUT") ? ACKNOWLEDGED : FOUND);
    }

    /** The same, read; but where probes look for other services, and nobody for an index, nothing is to look as if it was well. */
    @GetMapping("/{index:[^_.].*}")
    void read(@PathVariable String index, HttpServletRequest request, HttpServletResponse response)
            throws IOException, NoResourceFoundException {
        if (NO_INDEX.matcher(index).matches()) {
            throw new NoResourceFoundException(HttpMethod.GET, request.getRequestURI(), index);
        }
        ElasticAnswer.json(request, response, FOUND);
    }
}
