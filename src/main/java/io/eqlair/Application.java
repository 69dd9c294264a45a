package io.eqlair;

import io.eqlair.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the service; or runs a command, if the first argument names one. */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class) // which would make a user, and log its password
public class Application {
    public static void main(String[] args) {
        if (Commands.isCommand(args)) {
            System.exit(Commands.run(args)); // before anything of Spring is touched
        }
        SpringApplication.run(Application.class, args);
    }
}
