//! The orders, in `SQLite`.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::error::OrderError;
use crate::order::{NewOrder, Order};

const SCHEMA: &str = "CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY,
    customer TEXT NOT NULL,
    lines TEXT NOT NULL,
    cents INTEGER NOT NULL,
    paid INTEGER NOT NULL DEFAULT 0
)";

/// The orders of all customers.
#[derive(Debug, Clone)]
pub struct Store(Arc<Mutex<Connection>>);

impl Store {
    /// Opens the file, or a store in memory.
    ///
    /// # Errors
    ///
    /// If `SQLite` cannot open the file.
    pub fn open(path: Option<&Path>) -> rusqlite::Result<Self> {
        let connection = path.map_or_else(Connection::open_in_memory, Connection::open)?;
        connection.execute(SCHEMA, ())?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    /// Runs a statement of SQL outside of the API, such as a repair.
    ///
    /// # Errors
    ///
    /// If `SQLite` refuses it.
    pub fn execute(&self, sql: &str) -> rusqlite::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).execute(sql, ())
    }

    pub(crate) async fn create(&self, customer: String, order: NewOrder) -> Result<Order, OrderError> {
        self.run(move |connection| {
            let cents = order.cents();
            let lines = serde_json::to_string(&order.lines)
                .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
            connection.execute(
                "INSERT INTO orders (customer, lines, cents) VALUES (?1, ?2, ?3)",
                params![customer, lines, cents],
            )?;
            Ok(Order { id: connection.last_insert_rowid(), lines: order.lines, cents, paid: false })
        })
        .await
    }

    pub(crate) async fn get(&self, customer: String, id: i64) -> Result<Order, OrderError> {
        self.run(move |connection| {
            let order = connection
                .query_row(
                    "SELECT id, lines, cents, paid FROM orders WHERE customer = ?1 AND id = ?2",
                    params![customer, id],
                    order,
                )
                .optional()?;
            order.ok_or(OrderError::NoSuchOrder { id })
        })
        .await
    }

    pub(crate) async fn list(
        &self,
        customer: String,
        after: i64,
        limit: i64,
    ) -> Result<Vec<Order>, OrderError> {
        self.run(move |connection| {
            let mut statement = connection.prepare(
                "SELECT id, lines, cents, paid FROM orders WHERE customer = ?1 AND id > ?2 ORDER BY id LIMIT ?3",
            )?;
            let orders = statement.query_map(params![customer, after, limit], order)?;
            Ok(orders.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Marks an order as paid before the card is charged, so that two requests cannot charge it twice.
    pub(crate) async fn start_payment(&self, id: i64) -> Result<(), OrderError> {
        self.run(move |connection| {
            match connection.execute("UPDATE orders SET paid = 1 WHERE id = ?1 AND paid = 0", [id])? {
                0 => Err(OrderError::AlreadyPaid { id }),
                _ => Ok(()),
            }
        })
        .await
    }

    /// Marks an order as not paid, after its payment failed.
    pub(crate) async fn undo_payment(&self, id: i64) -> Result<(), OrderError> {
        self.run(move |connection| {
            connection.execute("UPDATE orders SET paid = 0 WHERE id = ?1", [id])?;
            Ok(())
        })
        .await
    }

    /// Runs on a thread that may block.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, OrderError> + Send + 'static,
    ) -> Result<T, OrderError> {
        let connection = Arc::clone(&self.0);
        let work = move || work(&connection.lock().unwrap_or_else(PoisonError::into_inner));
        match tokio::task::spawn_blocking(work).await {
            Ok(result) => result,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        }
    }
}

fn order(row: &Row<'_>) -> rusqlite::Result<Order> {
    let lines: String = row.get(1)?;
    let lines = serde_json::from_str(&lines)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(1, Type::Text, error.into()))?;
    Ok(Order { id: row.get(0)?, lines, cents: row.get(2)?, paid: row.get(3)? })
}
