/**
 * Log shippers as they are, sending to the jar as it is.
 *
 * <pre>
 * docs/SHIPPERS.md        a configuration           Documented        with the addresses and places of the test
 *                         a program                 RealShipper       is fed lines, and sends them on
 * target/eqlair.jar       the service               KilledService     is killed, and started with hardly any room
 *                         GET /api/v1/alerts        Delivered         which line has made how many alerts
 * </pre>
 *
 * <p>{@code src/test/shippers/install} lays the programs below {@code target/shippers}; the profile {@code shippers} calls it. Without them
 * the tests are skipped.
 */
@NullMarked
package io.eqlair.shippers;

import org.jspecify.annotations.NullMarked;
