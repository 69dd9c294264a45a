/**
 * The names of the fields of the Elastic Common Schema, as they are shipped. Rules are compared with them, and alerts are written
 * with those that it has.
 */
@NullMarked
package io.eqlair.ecs;

import org.jspecify.annotations.NullMarked;
