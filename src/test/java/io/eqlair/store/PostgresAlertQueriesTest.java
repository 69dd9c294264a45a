package io.eqlair.store;

import java.nio.file.Path;

class PostgresAlertQueriesTest extends AlertQueriesContract {
    @Override
    TestDatabase database(Path place) {
        return TestDatabase.postgres(place);
    }
}
