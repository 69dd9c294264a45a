package io.eqlair.event.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the keys of a document lead: from a place in the tree of names, by a key, to another place. Immutable.
 *
 * <p>All places share one hash table, whose entries hold the words of a key, so that a key costs one look-up and mostly two
 * comparisons. A key may name several steps at once, and these paths are entries as well: {@code process.name} is found at the
 * document's place as {@code process.name}, and at that of {@code process} as {@code name}.
 */
public final class KeyTable {

    /** No field that is kept lies that way. */
    static final int NONE = -1;

    /** What the keys of a search hit lead to, if their value is what a search hit has there. */
    static final int SOURCE = 0;

    static final int INDEX = 1;
    static final int ID = 2;

    /** The document as it came, which may be a search hit. */
    static final int TOP = 3;

    /** A search hit of which the document has been read. */
    static final int HIT = 4;

    /** The document itself. */
    static final int ROOT = 5;

    /**
     * How many characters all paths of several steps may have; what lies beyond is followed step by step. The rules in the field make
     * twenty thousand, a hostile query could make billions.
     */
    private static final int MOST_OF_PATHS = 1_000_000;

    private static final int STRIDE = 4;
    private static final long EMPTY = -1;
    private static final long MIX = 0x9e37_79b9_7f4a_7c15L;
    private static final long MIX_LAST = 0xc2b2_ae3d_27d4_eb4fL;

    private final int slotCount;
    private final boolean complete;
    private final int[] slots;
    private final boolean[] inner;
    private final int[] otherwise;

    /** Four to a key: place and length, the first word, the last word, and where it leads. */
    private final long[] entries;

    private final byte[][] keys;
    private final int shift;

    private KeyTable(Tree tree, int slotCount) {
        this.slotCount = slotCount;
        this.complete = tree.pathLengths < MOST_OF_PATHS;
        this.slots = tree.places.stream().mapToInt(place -> place.slot).toArray();
        this.inner = new boolean[slots.length];
        this.otherwise = tree.otherwise;
        int size = tree.places.stream().mapToInt(place -> place.keys.size()).sum();
        this.shift = Long.numberOfLeadingZeros(2L * size);
        this.entries = new long[STRIDE << (Long.SIZE - shift)];
        this.keys = new byte[1 << (Long.SIZE - shift)][];
        Arrays.fill(entries, EMPTY);
        for (Place place : tree.places) {
            inner[place.number] = !place.keys.isEmpty();
            place.keys.forEach((key, leads) -> put(place.number, key, leads));
        }
    }

    /** A table for fields, whose slots are their positions. */
    public static KeyTable of(List<String> fields) {
        return new KeyTable(new Tree(fields), fields.size());
    }

    /** How many fields there are. The values of a search hit's own index and identity have the next two slots. */
    public int slotCount() {
        return slotCount;
    }

    /** The slot of the field that ends at a place, {@link #NONE} if none does. */
    int slot(int place) {
        return slots[place];
    }

    /** Whether keys lead on from a place. */
    boolean isInner(int place) {
        return inner[place];
    }

    /** Where a search hit's key leads if it does not have a search hit's value. */
    int otherwise(int hitKey) {
        return otherwise[hitKey];
    }

    /** Where a key leads from a place. */
    int find(int place, byte[] bytes, int start, int end) {
        int found = look(place, bytes, start, end);
        return found != NONE || complete || place == HIT ? found : follow(place, bytes, start, end);
    }

    private int follow(int place, byte[] bytes, int start, int end) {
        int next = place;
        int step = start;
        for (int at = start; at <= end && next != NONE; at++) {
            if (at == end || bytes[at] == '.') {
                int found = look(next, bytes, step, at);
                next = found >= 0 && found < TOP ? otherwise[found] : found;
                step = at + 1;
            }
        }
        return next;
    }

    private int look(int place, byte[] bytes, int start, int end) {
        int length = end - start;
        long owner = owner(place, length);
        long first = Words.first(bytes, start, length);
        long last = Words.last(bytes, start, length);
        int at = home(owner, first, last, bytes, start, end);
        while (entries[at] != EMPTY) {
            if (entries[at] == owner
                    && entries[at + 1] == first
                    && entries[at + 2] == last
                    && (length <= 2 * Long.BYTES || Arrays.equals(keys[at / STRIDE], 0, length, bytes, start, end))) {
                return (int) entries[at + 3];
            }
            at = (at + STRIDE) & (entries.length - 1);
        }
        return NONE;
    }

    private void put(int place, String name, int leads) {
        byte[] key = name.getBytes(StandardCharsets.UTF_8);
        if (!new String(key, StandardCharsets.UTF_8).equals(name)) {
            return; // half a surrogate pair, which no key has
        }
        long first = Words.first(key, 0, key.length);
        long last = Words.last(key, 0, key.length);
        int at = home(owner(place, key.length), first, last, key, 0, key.length);
        while (entries[at] != EMPTY) {
            at = (at + STRIDE) & (entries.length - 1);
        }
        entries[at] = owner(place, key.length);
        entries[at + 1] = first;
        entries[at + 2] = last;
        entries[at + 3] = leads;
        keys[at / STRIDE] = key;
    }

    private static long owner(int place, int length) {
        return (long) place << Integer.SIZE | length;
    }

    private int home(long owner, long first, long last, byte[] bytes, int start, int end) {
        long hash = ((first ^ owner) * MIX) ^ (last * MIX_LAST);
        for (int at = start + Long.BYTES; at < end - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ Words.at(bytes, at)) * MIX;
        }
        hash ^= hash >>> Integer.SIZE;
        return (int) ((hash * MIX) >>> shift) * STRIDE;
    }

    /** The tree of names while the table is built. */
    private static final class Tree {

        final List<Place> places = new ArrayList<>();
        final int[] otherwise = new int[TOP];
        int pathLengths;

        Tree(List<String> fields) {
            for (int number = 0; number <= ROOT; number++) {
                add();
            }
            Place root = places.get(ROOT);
            for (int slot = 0; slot < fields.size(); slot++) {
                add(root, fields.get(slot).split("\\.", -1), slot);
            }
            places.get(INDEX).slot = fields.size();
            places.get(ID).slot = fields.size() + 1;
            places.get(TOP).keys.putAll(root.keys);
            hitKey("_source", SOURCE, TOP);
            hitKey("_index", INDEX, TOP, HIT);
            hitKey("_id", ID, TOP, HIT);
        }

        private Place add() {
            Place place = new Place(places.size());
            places.add(place);
            return place;
        }

        private void add(Place root, String[] steps, int slot) {
            List<Place> way = new ArrayList<>(List.of(root));
            for (String step : steps) {
                Place next = way.getLast().children.computeIfAbsent(step, name -> add());
                way.getLast().keys.put(step, next.number);
                addPaths(way, steps, next);
                way.add(next);
            }
            way.getLast().slot = slot;
        }

        /** Lets all but the last place of a way lead to the next by paths of several steps. */
        private void addPaths(List<Place> way, String[] steps, Place next) {
            StringBuilder path = new StringBuilder(steps[way.size() - 1]);
            for (int from = way.size() - 2; from >= 0 && pathLengths < MOST_OF_PATHS; from--) {
                path.insert(0, steps[from] + ".");
                way.get(from).keys.put(path.toString(), next.number);
                pathLengths += path.length();
            }
        }

        private void hitKey(String key, int leads, int... from) {
            otherwise[leads] = places.get(ROOT).keys.getOrDefault(key, NONE);
            for (int place : from) {
                places.get(place).keys.put(key, leads);
            }
        }
    }

    /** A place while the table is built. */
    private static final class Place {

        final int number;
        final Map<String, Place> children = new HashMap<>();
        final Map<String, Integer> keys = new HashMap<>();
        int slot = NONE;

        Place(int number) {
            this.number = number;
        }
    }
}
