package io.eqlair.store;

import java.nio.file.Path;

class SqliteAlertStoreTest extends JdbcAlertStoreContract {
    @Override
    TestDatabase database(Path place) {
        return TestDatabase.sqlite(place);
    }
}
