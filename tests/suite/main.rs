//! The one test binary: everything is tested through the front door.
