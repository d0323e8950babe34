'use strict';

// The page starts the trace of each message, and has it sampled. The sampling rules of the server
// decide about the other traces.
const SAMPLED = '01';

function randomHex(bytes) {
  return [...crypto.getRandomValues(new Uint8Array(bytes))]
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('');
}

function newTraceparent() {
  return `00-${randomHex(16)}-${randomHex(8)}-${SAMPLED}`;
}

const element = id => document.getElementById(id);
const socketPort = document.querySelector('meta[name=socket-port]').content;

let session = null;
let socket = null;

async function api(method, path, body) {
  const headers = {};
  if (session) {
    headers.Authorization = `Bearer ${session.token}`;
  }
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  if (!response.ok) {
    throw new Error(`${response.status}`);
  }
  return response.json();
}

function show(id, role, text) {
  let item = document.getElementById(`${role}-${id}`);
  if (!item) {
    item = document.createElement('li');
    item.id = `${role}-${id}`;
    item.className = role;
    element('messages').append(item);
  }
  item.textContent = text;
  return item;
}

function connect() {
  socket = io(`http://localhost:${socketPort}`, {
    auth: { token: session.token },
  });
  socket.on('connect', () => {
    element('state').textContent = `${session.user}, connected`;
    join();
  });
  socket.on('disconnect', () => {
    element('state').textContent = `${session.user}, disconnected`;
  });
  socket.on('part', part => {
    const item = show(part.id, 'answer', '');
    item.dataset.text = (item.dataset.text || '') + part.text;
    item.textContent = item.dataset.text;
  });
  socket.on('answer', answer => show(answer.id, 'answer', answer.text));
}

async function join() {
  const room = element('rooms').value;
  element('messages').replaceChildren();
  for (const message of await api('GET', `api/rooms/${room}/messages`)) {
    show(message.id, message.answer ? 'answer' : 'question', message.content);
  }
  socket.emit('join', { room }, () => {
    element('chat').hidden = false;
    element('text').focus();
  });
}

element('rooms').addEventListener('change', join);

element('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  try {
    const credentials = { name: element('name').value, password: element('password').value };
    session = await api('POST', 'api/sign-in', credentials);
    element('sign-in').hidden = true;
    for (const room of await api('GET', 'api/rooms')) {
      element('rooms').append(new Option(room.title, room.id));
    }
    connect();
  } catch (failure) {
    element('state').textContent = `sign-in failed (${failure.message})`;
  }
});

element('ask').addEventListener('submit', event => {
  event.preventDefault();
  const traceparent = newTraceparent();
  const id = crypto.randomUUID();
  const text = element('text').value;
  element('text').value = '';
  element('trace').textContent = traceparent.split('-')[1];
  show(id, 'question', text);
  socket.emit('message', { id, room: element('rooms').value, text, traceparent }, reply => {
    if (reply.status !== 'answered') {
      show(id, 'answer', `${reply.status}: ${reply.reason}`).classList.add('failed');
    }
  });
});
