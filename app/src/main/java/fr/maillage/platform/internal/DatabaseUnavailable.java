package fr.maillage.platform.internal;

/// The database cannot be reached or started. The message is for the person who starts the
/// application, in French, and says what to do.
class DatabaseUnavailable extends RuntimeException {

    DatabaseUnavailable(String whatToDo) {
        super(whatToDo);
    }

    DatabaseUnavailable(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
