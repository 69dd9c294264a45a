/**
 * Where the service is put together: settings come in, beans go out.
 *
 * <p>Only controllers are found by their annotation; all other beans are made here by hand, so that reading the
 * {@code @Bean} methods tells what runs. The settings and their defaults are in {@code application.yaml}, each with a
 * comment.
 */
@NullMarked
package io.eqlair.config;

import org.jspecify.annotations.NullMarked;
