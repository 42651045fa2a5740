//! What the crate exports to JavaScript, and nothing of its own.

extern crate territoires_industrie as _;
