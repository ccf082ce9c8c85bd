//! How many requests one address may make.

use axum::Router;
use std::sync::Arc;
use std::time::Duration;
use tower_governor::GovernorLayer;
use tower_governor::governor::GovernorConfigBuilder;

use crate::config::Config;

/// Forgets the addresses that rest, so that a flood of them does not fill memory.
pub type Tidy = Box<dyn Fn() + Send>;

/// Limits the requests to a router; gives with it what is to be done every minute.
pub fn limit(config: &Config, router: Router) -> (Router, Tidy) {
    let each = Duration::from_secs(1).checked_div(config.rate_per_second);
    let limits = each.and_then(|each| {
        GovernorConfigBuilder::default().period(each).burst_size(config.rate_burst).finish().map(Arc::new)
    });
    match limits {
        None => (router, Box::new(|| {})),
        Some(limits) => {
            let router = router.layer(GovernorLayer::new(limits.clone()));
            (router, Box::new(move || limits.limiter().retain_recent()))
        }
    }
}
