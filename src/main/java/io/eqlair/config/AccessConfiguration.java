package io.eqlair.config;

import io.eqlair.access.Access;
import io.eqlair.access.ApiKeys;
import io.eqlair.access.RateLimits;
import io.eqlair.api.access.CallerFilter;
import io.eqlair.api.access.CrossSiteFilter;
import io.eqlair.api.access.JwtTokens;
import io.eqlair.api.access.PathRoles;
import io.eqlair.api.access.RateLimitFilter;
import io.eqlair.api.access.Refusals;
import io.eqlair.api.access.SecurityHeaders;
import io.eqlair.api.http.ControlLog;
import io.eqlair.api.http.RefusalMeters;
import io.eqlair.problem.Problem;
import io.eqlair.repository.AuditLog;
import io.eqlair.repository.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import tools.jackson.databind.json.JsonMapper;

/** Who may call the service: keys, tokens, and the filters that ask for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    ApiKeys apiKeys(DataDirectory data, InstantSource clock) {
        Path directory = data.path();
        try {
            return new ApiKeys(directory, clock);
        } catch (IOException unreadable) {
            throw new SettingRejected(
                    Problem.KEYS_UNREADABLE, directory.toAbsolutePath(), String.valueOf(unreadable.getMessage()));
        }
    }

    /** Refuses to start where everybody could come in. */
    @Bean
    Access access(
            ApiKeys keys,
            ObjectProvider<JwtDecoder> decoder,
            AccessProperties access,
            EqlairProperties properties,
            ServerProperties server) {
        JwtDecoder tokens = decoder.getIfAvailable();
        Access found = new Access(
                keys, tokens == null ? null : new JwtTokens(tokens, access.jwt().claims()));
        if (found.isOpen() && !access.open() && !isThisMachineOnly(server.getAddress())) {
            Path directory = properties.data().dir().toAbsolutePath().normalize();
            throw new SettingRejected(Problem.ACCESS_WITHOUT_KEYS, address(server.getAddress()), directory);
        }
        if (!keys.areNone() && !keys.isAnyLive()) {
            LOG.warn("All keys are revoked or expired. Another one: java -jar eqlair.jar key create");
        }
        return found;
    }

    private static boolean isThisMachineOnly(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    private static String address(@Nullable InetAddress address) {
        return address == null ? "all addresses of this machine" : address.getHostAddress();
    }

    @Bean
    RateLimits rateLimits(AccessProperties access) {
        return new RateLimits(access.rateLimit());
    }

    @Bean
    ControlLog controlLog(AuditLog audit, InstantSource clock) {
        return new ControlLog(audit, clock);
    }

    @Bean
    Refusals refusals(RefusalMeters meters, JsonMapper json) {
        return new Refusals(meters, json);
    }

    /** Each call says who makes it: no sessions, cookies, forms or logins, and so nothing that another page could abuse. */
    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Access access, RateLimits limits, Refusals refusals, ServerProperties server) {
        CrossSiteFilter crossSite = new CrossSiteFilter(access, isThisMachineOnly(server.getAddress()), refusals);
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new SecurityHeaders()))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, why) -> refusals.unauthenticated(request, response))
                        .accessDeniedHandler((request, response, why) -> refusals.forbidden(request, response)))
                .addFilterBefore(crossSite, BasicAuthenticationFilter.class)
                .addFilterAt(new CallerFilter(access), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(calls -> calls.anyRequest().access(new PathRoles()))
                .addFilterAfter(new RateLimitFilter(limits, refusals), AuthorizationFilter.class)
                .build();
    }

    /**
     * Index names come encoded, date arithmetic and all: {@code PUT /%3Clogstash-%7Bnow%2Fd%7D-000001%3E}. Headers and parameters are
     * looked at by whoever reads them; refused here, they would be a fault there.
     */
    @Bean
    HttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setUnsafeAllowAnyHttpMethod(true); // the answer to an odd one is 405, as everywhere
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler malformedCalls(Refusals refusals) {
        return (request, response, why) -> refusals.malformed(request, response);
    }

    /** Calls are measured once, and not again for each filter before them. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }
}
