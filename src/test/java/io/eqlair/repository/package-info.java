/** Tests of the places where rules are kept. */
@NullMarked
package io.eqlair.repository;

import org.jspecify.annotations.NullMarked;
