package fr.maillage.web;

/// How much waits for the team in a tray, said on every page: documents to be filed on top, letters
/// to be sent beside their entry of the rail. Answered by the module that keeps them.
public interface TrayCount {

    /// Which tray.
    Tray tray();

    /// How much waits, in the structure of who is signed in.
    int waiting();

    /// The trays, and the entry of the rail whose count they give; none for the top of the page.
    enum Tray {
        DOCUMENTS(""),
        LETTERS("courriers");

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
