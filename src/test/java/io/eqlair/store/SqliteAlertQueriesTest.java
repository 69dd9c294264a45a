package io.eqlair.store;

import java.nio.file.Path;

class SqliteAlertQueriesTest extends AlertQueriesContract {
    @Override
    TestDatabase database(Path place) {
        return TestDatabase.sqlite(place);
    }
}
