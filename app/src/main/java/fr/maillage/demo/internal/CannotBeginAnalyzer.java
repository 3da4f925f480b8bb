package fr.maillage.demo.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says the sentence instead of a stack trace.
class CannotBeginAnalyzer extends AbstractFailureAnalyzer<CannotBegin> {
    @Override
    protected FailureAnalysis analyze(Throwable root, CannotBegin cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
