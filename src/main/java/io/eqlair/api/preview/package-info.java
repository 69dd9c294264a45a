/**
 * What rules would do, over HTTP, while nothing live is touched: {@code validate} says what is wrong with them, {@code test}
 * shows them events, {@code explain} says why an event matches, or does not.
 */
@NullMarked
package io.eqlair.api.preview;

import org.jspecify.annotations.NullMarked;
