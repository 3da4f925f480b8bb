package fr.maillage.web;

/// How many documents came without a name and wait to be filed, for the top of every page of the
/// team; answered by the module that keeps them.
public interface TrayCount {

    /// In the structure of who is signed in.
    int waiting();
}
