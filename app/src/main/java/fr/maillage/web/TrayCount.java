package fr.maillage.web;

/// How much waits for who is signed in, said on every page: documents to be filed and what is new
/// in spaces on top, letters to be sent beside their entry of the rail. Answered by the module that
/// keeps them.
public interface TrayCount {

    /// Which tray.
    Tray tray();

    /// How much waits for who is signed in, or in their structure.
    int waiting();

    /// The trays, and the entry of the rail whose count they give; none for the top of the page.
    enum Tray {
        DOCUMENTS(""),
        LETTERS("courriers"),
        SPACES("espaces");

        private final String entry;

        Tray(String entry) {
            this.entry = entry;
        }

        /// Key of the entry of the rail.
        public String entry() {
            return entry;
        }
    }
}
