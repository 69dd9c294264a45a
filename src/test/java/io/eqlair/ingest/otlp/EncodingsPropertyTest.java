package io.eqlair.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.eqlair.event.EventLimits;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whether a request is sent in protobuf or in JSON, its documents are the same, and there is one line for each record. */
class EncodingsPropertyTest {

    private static final List<String> WORDS = List.of(
            "host.name",
            "os.type",
            "process.name",
            "process.executable.name",
            "client.address",
            "192.0.2.1",
            "linux",
            "event.category",
            "process",
            "a",
            "a.b",
            "",
            "ä€😀",
            "\"\\\n\u0000",
            "body",
            "elasticsearch.index");

    @Test
    void bothEncodingsSayTheSame() throws IOException {
        LogsReader reader = new LogsReader(new LogsLimits(1_000, EventLimits.DEFAULT, 10_000_000));
        int records = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
            fill(request, random, 0);
            LogDocuments protobuf = reader.read(request.build().toByteArray(), LogsEncoding.PROTOBUF);
            byte[] written = JsonMapper.shared().writeValueAsBytes(json(request.build(), random));
            LogDocuments json = reader.read(written, LogsEncoding.JSON);
            String lines = new String(protobuf.readAllBytes(), UTF_8);
            assertThat(new String(json.readAllBytes(), UTF_8))
                    .as("seed %s", seed)
                    .isEqualTo(lines);
            assertThat(json.refusals().count() + protobuf.refusals().count()).isZero();
            assertThat(lines.lines()).hasSize(count(request.build()));
            records += count(request.build());
        }
        assertThat(records).isGreaterThan(500);
    }

    private static int count(ExportLogsServiceRequest request) {
        return request.getResourceLogsList().stream()
                .flatMap(resource -> resource.getScopeLogsList().stream())
                .mapToInt(scope -> scope.getLogRecordsCount())
                .sum();
    }

    /** Sets some of the fields of a message, and those of the messages in it. */
    private static void fill(Message.Builder message, Random random, int depth) {
        List<FieldDescriptor> fields =
                new ArrayList<>(message.getDescriptorForType().getFields());
        Collections.shuffle(fields, random);
        boolean oneOnly = message.getDescriptorForType().getName().equals("AnyValue");
        for (FieldDescriptor field : oneOnly ? fields.subList(0, 1) : fields) {
            boolean leaf = depth > 14 && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
            if (leaf || field.getName().endsWith("strindex") || random.nextInt(4) == 0) {
                continue;
            }
            for (int i = field.isRepeated() ? random.nextInt(4) : 1; i > 0; i--) {
                set(message, field, value(message, field, random, depth));
            }
        }
    }

    private static void set(Message.Builder message, FieldDescriptor field, Object value) {
        if (field.isRepeated()) {
            message.addRepeatedField(field, value);
        } else {
            message.setField(field, value);
        }
    }

    private static Object value(Message.Builder message, FieldDescriptor field, Random random, int depth) {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder inner = message.newBuilderForField(field);
                fill(inner, random, depth + 1);
                yield inner.build();
            }
            case STRING -> WORDS.get(random.nextInt(WORDS.size()));
            case BYTE_STRING -> {
                byte[] bytes = new byte[random.nextInt(9)];
                random.nextBytes(bytes);
                yield ByteString.copyFrom(bytes);
            }
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt();
            case LONG -> random.nextLong() >> random.nextInt(64);
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : random.nextGaussian();
            case ENUM -> field.getEnumType().findValueByNumberCreatingIfUnknown(random.nextInt(30));
        };
    }

    /** A message as the protocol has it in JSON, written by another way than it is read; members in any order. */
    private static Map<String, Object> json(Message message, Random random) {
        List<Map.Entry<FieldDescriptor, Object>> set =
                new ArrayList<>(message.getAllFields().entrySet());
        Collections.shuffle(set, random);
        Map<String, Object> members = new LinkedHashMap<>();
        set.forEach(entry -> members.put(
                entry.getKey().getJsonName(),
                entry.getValue() instanceof List<?> list
                        ? list.stream()
                                .map(element -> json(entry.getKey(), element, random))
                                .toList()
                        : json(entry.getKey(), entry.getValue(), random)));
        return members;
    }

    private static Object json(FieldDescriptor field, Object value, Random random) {
        return switch (field.getType()) {
            case MESSAGE -> json((Message) value, random);
            case BYTES -> {
                byte[] bytes = ((ByteString) value).toByteArray();
                boolean id = field.getName().endsWith("_id");
                yield id ? HexFormat.of().formatHex(bytes) : Base64.getEncoder().encodeToString(bytes);
            }
            case INT64 -> random.nextBoolean() ? value : value.toString();
            case FIXED64 -> Long.toUnsignedString((long) value);
            case UINT32, FIXED32 -> Integer.toUnsignedLong((int) value);
            case ENUM -> ((EnumValueDescriptor) value).getNumber();
            default -> value;
        };
    }
}
