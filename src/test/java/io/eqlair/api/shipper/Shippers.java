package io.eqlair.api.shipper;

import java.util.List;

/** All models there are. */
final class Shippers {

    static final List<Shipper> ALL = List.of(
            new Filebeat(),
            new LogstashElasticsearch(),
            new LogstashHttp(),
            new FluentBitElasticsearch(),
            new FluentBitHttp(),
            new FluentdElasticsearch(),
            new FluentdHttp(),
            new VectorElasticsearch(),
            new VectorHttp(),
            new OtelElasticsearch(),
            new Cribl(),
            new OldRsyslog(),
            new Rsyslog(),
            new SyslogNg(),
            new SyslogNgHttp(),
            new JavaScriptClient("8"),
            new JavaScriptClient("9"));

    private Shippers() {}
}
