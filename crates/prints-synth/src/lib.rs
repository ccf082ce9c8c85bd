//! Fingers of nobody: minutiae laid along a ridge flow, and impressions of them, from a seed. The same seed
//! gives the same finger on every machine of one kind; nothing is drawn from the world.

pub mod chance;
pub mod finger;
pub mod flow;
pub mod impression;

pub use self::chance::Chance;
pub use self::finger::Finger;
pub use self::flow::Pattern;
pub use self::impression::Wear;
