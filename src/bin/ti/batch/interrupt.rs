//! A batch that is interrupted ends between two lines.

use std::io;
use std::sync::{Arc, Mutex};

/// What is held while whole lines are written. A first signal to end waits for it; a second one
/// does not.
pub fn after_whole_lines() -> io::Result<Arc<Mutex<()>>> {
    let whole_lines = Arc::new(Mutex::new(()));
    #[cfg(unix)]
    unix::watch(Arc::clone(&whole_lines))?;
    Ok(whole_lines)
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::sync::atomic::AtomicBool;
    use std::sync::{Arc, Mutex, PoisonError};
    use std::thread;

    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::flag;
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    pub fn watch(whole_lines: Arc<Mutex<()>>) -> io::Result<()> {
        const ENDS: [i32; 2] = [SIGINT, SIGTERM];
        let asked = Arc::new(AtomicBool::new(false));
        for signal in ENDS {
            // In this order: the first signal finds the flag down, and raises it.
            flag::register_conditional_default(signal, Arc::clone(&asked))?;
            flag::register(signal, Arc::clone(&asked))?;
        }
        let mut signals = Signals::new(ENDS)?;
        thread::spawn(move || {
            for signal in signals.forever() {
                let _never_released = whole_lines.lock().unwrap_or_else(PoisonError::into_inner);
                let _ = emulate_default_handler(signal);
            }
        });
        Ok(())
    }
}
