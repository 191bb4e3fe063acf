//! Starts, watches, questions and restarts the engine process.
