package io.eqlair.config;

import io.eqlair.problem.Problem;
import io.eqlair.repository.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The directory with all that outlives the process. Whoever writes there asks for it, so that it is taken before and left after. */
@Configuration(proxyBeanMethods = false)
class DataConfiguration {

    @Bean
    DataDirectory dataDirectory(EqlairProperties properties) {
        Path path = properties.data().dir();
        try {
            return DataDirectory.take(path)
                    .orElseThrow(() -> new SettingRejected(
                            Problem.DATA_TAKEN, path.toAbsolutePath().normalize()));
        } catch (IOException unusable) {
            throw new SettingRejected(
                    Problem.DATA_UNUSABLE, path.toAbsolutePath().normalize(), unusable.toString());
        }
    }
}
