package io.eqlair.store;

import java.nio.file.Path;

class PostgresAlertStoreTest extends JdbcAlertStoreContract {
    @Override
    TestDatabase database(Path place) {
        return TestDatabase.postgres(place);
    }
}
