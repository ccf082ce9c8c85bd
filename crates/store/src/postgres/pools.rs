//! Connections: some that read, some that write durably, few that write what need not be durable.

use deadpool_postgres::{Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use std::time::Duration;
use tokio_postgres::NoTls;

use super::Options;
use super::address::{Address, Trust};
use super::tls::Tls;
use crate::StoreError;

/// How long a caller waits for a connection of the pool.
const PATIENCE: Duration = Duration::from_secs(10);
/// Text is found in the views' schema without naming it. What waits on a transaction that hangs is freed after a
/// minute; compiling small statements to machine code costs more than it saves.
const SETTINGS: &str = "-c search_path=public,views -c idle_in_transaction_session_timeout=60s -c jit=off \
                        -c synchronous_commit=on \
                        -c default_transaction_isolation=read\\ committed";

/// Where acts are written, every statement looks rows up by their keys, a handful or some thousands at once. The
/// planner, which believes that thousands are most of a young table, is not asked each time.
const BY_KEYS: &str = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off \
                       -c enable_mergejoin=off";

/// The pools of one node.
pub(super) struct Pools {
    /// To read.
    pub read: Pool,
    /// To write durably.
    pub write: Pool,
    /// To write what may be lost in a crash of the server.
    pub lazy: Pool,
}

impl Pools {
    /// Pools to one database; nothing is connected yet.
    pub fn new(address: &Address, options: &Options) -> Result<Self, StoreError> {
        let writers = options.writers.max(1);
        Ok(Self {
            read: pool(address, "", options.pool.max(1))?,
            // One for each worker, one for audit, two for whatever else is durable.
            write: pool(address, BY_KEYS, writers + 3)?,
            lazy: pool(address, "-c synchronous_commit=off", 2)?,
        })
    }

    /// Closes every connection that is idle; no other is given out.
    pub fn close(&self) {
        [&self.read, &self.write, &self.lazy].into_iter().for_each(Pool::close);
    }
}

fn pool(address: &Address, besides: &str, size: usize) -> Result<Pool, StoreError> {
    let mut config = address.config.clone();
    let given = config.get_options().unwrap_or_default();
    config.options(format!("{given} {SETTINGS} {besides}"));
    let how = ManagerConfig { recycling_method: RecyclingMethod::Fast };
    let manager = match &address.trust {
        Trust::Plain => Manager::from_config(config, NoTls, how),
        Trust::Anyone => Manager::from_config(config, Tls::of_anyone()?, how),
        Trust::Authority(file) => Manager::from_config(config, Tls::of_authority(file)?, how),
    };
    let pool =
        Pool::builder(manager).max_size(size).runtime(Runtime::Tokio1).wait_timeout(Some(PATIENCE)).build();
    pool.map_err(|e| StoreError::Misused(e.to_string()))
}
