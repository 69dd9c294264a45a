package io.eqlair.ingest;

import io.eqlair.ingest.body.BodyListener;
import io.eqlair.ingest.body.Pass;

/** While bytes of a body are waited for, others are to have its evaluator, and to be let in. */
record WaitingBody(Pass pass, Evaluation evaluation) implements BodyListener {

    @Override
    public void waits() {
        evaluation.close();
        pass.waits();
    }

    @Override
    public void goesOn(int bytes) {
        pass.goesOn(bytes);
    }
}
