package io.eqlair.config;

import io.eqlair.access.Access;
import io.eqlair.access.RateLimits;
import io.eqlair.api.EventsController;
import io.eqlair.api.EventsServlet;
import io.eqlair.api.elastic.ElasticVersion;
import io.eqlair.api.http.BodyTimeFilter;
import io.eqlair.api.http.IngestDoor;
import io.eqlair.api.http.KnownParameters;
import io.eqlair.api.http.RefusalMeters;
import io.eqlair.catalog.LiveRules;
import io.eqlair.store.GroupCommit;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The web server's surroundings: who can reach it, and how the API's document looks. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    ReachNotice reachNotice(ServerProperties server, Access access) {
        boolean encrypted = server.getSsl() != null && server.getSsl().isEnabled();
        return new ReachNotice(server.getAddress(), encrypted, access);
    }

    @Bean
    ServletRegistrationBean<EventsServlet> eventsServlet(
            EventsController events, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
        String dispatcher = DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME;
        return new ServletRegistrationBean<>(new EventsServlet(events, errors, dispatcher), EventsController.PATH);
    }

    /** The first of all: what others refuse unread, it reads. */
    @Bean
    FilterRegistrationBean<BodyTimeFilter> bodyTimeFilter(EqlairProperties properties) {
        FilterRegistrationBean<BodyTimeFilter> filter = new FilterRegistrationBean<>(
                new BodyTimeFilter(properties.limits().bodyTime()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebMvcConfigurer knownParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/api/v1/**");
            }
        };
    }

    @Bean
    OpenApiCustomizer snakeCaseSchemas() {
        return new SnakeCaseSchemas();
    }

    @Bean
    OpenApiCustomizer securitySchemes() {
        return new SecuritySchemes();
    }

    /** In an order that does not change from start to start. */
    @Bean
    OpenApiCustomizer sortedTags() {
        return document -> {
            if (document.getTags() != null) {
                document.setTags(document.getTags().stream()
                        .sorted(Comparator.comparing(Tag::getName))
                        .toList());
            }
        };
    }

    @Bean
    IngestDoor ingestDoor(LiveRules rules, GroupCommit commits, RateLimits rates) {
        return new IngestDoor(rules, commits, rates);
    }

    @Bean
    RefusalMeters refusalMeters(MeterRegistry registry) {
        return new RefusalMeters(registry);
    }

    @Bean
    ElasticVersion elasticVersion(@Value("${eqlair.elasticsearch.version}") String version) {
        return new ElasticVersion(version);
    }

    /** Shippers put slashes behind paths. Before the filters that ask who calls: they know paths without. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> trailingSlashes() {
        UrlHandlerFilter filter = UrlHandlerFilter.trailingSlashHandler(
                        "/_*/**",
                        "/*/",
                        "/*/_bulk/",
                        "/*/*/_bulk/",
                        "/*/_doc/",
                        "/*/_doc/*/",
                        "/*/_create/*/",
                        "/*/_refresh/",
                        "/es/**",
                        "/t/**",
                        "/v1/logs/",
                        "/api/v1/events/")
                .wrapRequest()
                .build();
        FilterRegistrationBean<UrlHandlerFilter> first = new FilterRegistrationBean<>(filter);
        first.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return first;
    }

    /** A client that asks whether to send its body is answered when somebody reads it: what is refused before is not sent. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> continueOnRead() {
        return server -> server.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }

    /** Named as the one that the host would add else, so that there is one. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorProblems(
            ServerProperties properties, JsonMapper json) {
        long headerBytes = properties.getMaxHttpRequestHeaderSize().toBytes();
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ConnectorProblems.class.getName());
                host.getPipeline().addValve(new ConnectorProblems(headerBytes, json));
            }
        });
    }
}
