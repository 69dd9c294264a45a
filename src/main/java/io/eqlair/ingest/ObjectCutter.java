package io.eqlair.ingest;

import static io.eqlair.ingest.body.ByteWindow.END;

import io.eqlair.ingest.body.ByteWindow;
import java.io.IOException;

/**
 * Finds where an object ends. For one body and one thread.
 *
 * <p>Where an object is broken, its quotes and brackets no longer say where it ends, and would swallow what follows. It
 * then ends before the next line that begins with <code>{</code> and is not indented deeper than its own first line. That
 * an object is broken may show late:
 *
 * <pre>
 * {"a": [        broken off
 * {"b": 1}       may be a member of the list
 * {"c": 1}       cannot be: a comma is missing
 * </pre>
 *
 * <p>So the first such line is remembered, and reading goes back to it. What is then read again is taken line by line, so
 * that nothing is read a third time, whatever the body.
 */
final class ObjectCutter {

    private static final long NONE = -1;

    private final ByteWindow window;
    private Outline outline = new Outline();
    private int indent;
    private boolean broken;

    /** Where, since the mark, the first line begins that may be the next document's. */
    private long nextLine = NONE;

    /** Up to where the body was read before reading last went back. */
    private long readBefore;

    ObjectCutter(ByteWindow window) {
        this.window = window;
    }

    /** Whether what comes next was read before, by a document that turned out to be broken. */
    boolean readsAgain() {
        return window.offset() < readBefore;
    }

    /**
     * Reads an object, whose bracket comes next.
     *
     * @param ownIndent how many blanks stand before it on its line
     * @return false where the body ended within it
     */
    boolean cut(int ownIndent) throws IOException {
        outline = new Outline();
        indent = ownIndent;
        nextLine = NONE;
        broken = readsAgain();
        do {
            int c = window.next();
            if (c == END || !isSound(c)) {
                if (goBack(nextLine)) {
                    return true;
                }
                broken = true;
            }
            if (c == END) {
                return false;
            }
            if (c == '\n' && endsHere()) {
                return true;
            }
        } while (outline.depth() > 0);
        return true;
    }

    private boolean isSound(int c) throws IOException {
        boolean sound = outline.take(c);
        return (c != '"' || skipString(window)) && sound;
    }

    /** Whether the line that begins here is the next document's; it stays unread then, but for its indentation. */
    private boolean endsHere() throws IOException {
        long start = window.sinceMark();
        if (skipIndent() > indent || window.peek() != '{') {
            return false;
        }
        if (broken || !outline.takesValue()) {
            goBack(nextLine == NONE ? start : nextLine);
            return true;
        }
        nextLine = nextLine == NONE ? start : nextLine;
        return false;
    }

    private int skipIndent() throws IOException {
        int count = 0;
        for (int c = window.peek(); c == ' ' || c == '\t'; c = window.peek()) {
            window.next();
            count++;
        }
        return count;
    }

    /** False where there is no such place, or it is no longer kept. */
    private boolean goBack(long sinceMark) {
        long here = window.offset();
        boolean back = sinceMark != NONE && window.backTo(sinceMark);
        readBefore = back ? Math.max(readBefore, here) : readBefore;
        return back;
    }

    /** To the closing quote of a string that has begun; false where the line or the body ends first. */
    static boolean skipString(ByteWindow window) throws IOException {
        for (int c = window.peek(); c != '"'; c = window.peek()) {
            if (c == END || c == '\n') {
                return false;
            }
            window.next();
            if (c == '\\' && window.peek() != '\n') {
                window.next();
            }
        }
        window.next();
        return true;
    }
}
