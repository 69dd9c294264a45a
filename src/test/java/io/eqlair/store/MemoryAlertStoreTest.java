package io.eqlair.store;

class MemoryAlertStoreTest extends AlertStoreContract {
    @Override
    AlertStore open() {
        return new MemoryAlertStore();
    }
}
