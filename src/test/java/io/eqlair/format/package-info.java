/** Tests of the formats of alerts; what they expect is in files, one for each kind of alert and format. */
@NullMarked
package io.eqlair.format;

import org.jspecify.annotations.NullMarked;
