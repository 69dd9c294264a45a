package io.eqlair;

import io.eqlair.cli.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the service; or runs a command, if the first argument names one. */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class) // which would make a user, and log its password
public class Application {

    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    public static void main(String[] args) {
        if (Commands.isCommand(args)) {
            System.exit(Commands.run(args)); // before anything of Spring is touched
        }
        leaveRoomForProbes();
        SpringApplication.run(Application.class, args);
    }

    /**
     * Requests are virtual threads, and those that evaluate keep their carriers busy; there are twice as many as cores, at most. With two
     * carriers more somebody answers whether the service is alive, however much there is to do.
     */
    private static void leaveRoomForProbes() {
        if (System.getProperty(CARRIERS) == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(CARRIERS, String.valueOf(2 * cores + 2));
        }
    }
}
