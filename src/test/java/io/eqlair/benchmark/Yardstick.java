package io.eqlair.benchmark;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Jackson's streaming parser over all tokens of every document: what everybody is compared with. */
final class Yardstick implements Contestant {

    private final JsonFactory json = new JsonFactory();

    @Override
    public String name() {
        return "yardstick: Jackson 3, all tokens";
    }

    @Override
    public long take(byte[][] documents, int from, int to) {
        long tokens = 0;
        for (int i = from; i < to; i++) {
            byte[] document = documents[i];
            try (JsonParser parser = json.createParser(ObjectReadContext.empty(), document, 0, document.length)) {
                while (parser.nextToken() != null) {
                    tokens++;
                }
            }
        }
        return tokens;
    }

    @Override
    public Counted counts() {
        return Counted.TOKENS;
    }
}
