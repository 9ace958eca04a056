//! The orders, in memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::error::OrderError;

/// An order as a client sends it.
#[derive(Debug, Deserialize, Validate)]
pub(crate) struct NewOrder {
    #[garde(length(chars, min = 1, max = 40))]
    item: String,
    #[garde(range(min = 1, max = 99))]
    quantity: u32,
}

/// An order that exists.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Order {
    id: u64,
    item: String,
    quantity: u32,
    cancelled: bool,
}

/// All orders, by number.
#[derive(Debug, Default)]
pub struct Store(Mutex<BTreeMap<u64, Order>>);

impl Store {
    fn orders(&self) -> MutexGuard<'_, BTreeMap<u64, Order>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn create(&self, NewOrder { item, quantity }: NewOrder) -> Order {
        let mut orders = self.orders();
        let id = orders.last_key_value().map_or(1, |(last, _)| last + 1);
        let order = Order { id, item, quantity, cancelled: false };
        orders.insert(id, order.clone());
        order
    }

    pub(crate) fn get(&self, id: u64) -> Result<Order, OrderError> {
        self.orders().get(&id).cloned().ok_or(OrderError::NoSuchOrder { id })
    }

    pub(crate) fn cancel(&self, id: u64) -> Result<Order, OrderError> {
        let mut orders = self.orders();
        let order = orders.get_mut(&id).ok_or(OrderError::NoSuchOrder { id })?;
        if std::mem::replace(&mut order.cancelled, true) {
            return Err(OrderError::AlreadyCancelled { id });
        }
        Ok(order.clone())
    }
}
